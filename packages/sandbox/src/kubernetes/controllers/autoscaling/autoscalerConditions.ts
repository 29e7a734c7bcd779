import type { KubernetesObject } from '../../storage/KubernetesObject';
import type { Condition } from '../conditions';
import type { Decision } from './decide';
import type { Metric } from './recommend';

const condition = (
  type: string,
  isTrue: boolean,
  reason: string,
  message: string,
): Condition => ({ type, status: isTrue ? 'True' : 'False', reason, message });

const PLURALS: Readonly<Record<string, string>> = {
  Deployment: 'deployments',
  ReplicaSet: 'replicasets',
  StatefulSet: 'statefulsets',
};

/** There is nothing to scale. */
export function failedGetScale({ spec }: KubernetesObject): Condition {
  const { apiVersion, kind, name } = spec?.scaleTargetRef ?? {};
  const [, group] = String(apiVersion).split('/').reverse();
  const plural = PLURALS[kind] ?? `${String(kind).toLowerCase()}s`;
  return condition(
    'AbleToScale',
    false,
    'FailedGetScale',
    `the HPA controller was unable to get the target's current scale: ${group ? `${plural}.${group}` : plural} "${name}" not found`,
  );
}

export function ableToScale(decision: Decision | undefined): Condition {
  if (!decision) {
    return condition(
      'AbleToScale',
      true,
      'SucceededGetScale',
      "the HPA controller was able to get the target's current scale",
    );
  }
  const { before, replicas, isStabilized } = decision;
  if (replicas !== before) {
    return condition(
      'AbleToScale',
      true,
      'SucceededRescale',
      `the HPA controller was able to update the target scale to ${replicas}`,
    );
  }
  return isStabilized
    ? condition(
        'AbleToScale',
        true,
        'ScaleDownStabilized',
        'recent recommendations were higher than current one, applying the highest recent recommendation',
      )
    : condition(
        'AbleToScale',
        true,
        'ReadyForNewScale',
        'recommended size matches current size',
      );
}

export const scalingDisabled = (): Condition =>
  condition(
    'ScalingActive',
    false,
    'ScalingDisabled',
    'scaling is disabled since the replica count of the target is zero',
  );

export function scalingActive(
  [first]: readonly Metric[],
  failure: string | undefined,
): Condition {
  if (failure !== undefined) {
    return condition(
      'ScalingActive',
      false,
      'FailedGetResourceMetric',
      `the HPA was unable to compute the replica count: ${failure}`,
    );
  }
  const { name, target } = first.resource ?? {};
  const what =
    target?.averageUtilization === undefined
      ? `${name} resource`
      : `${name} resource utilization (percentage of request)`;
  return condition(
    'ScalingActive',
    true,
    'ValidMetricFound',
    `the HPA was able to successfully calculate a replica count from ${what}`,
  );
}

const LIMITS: Readonly<Record<string, string>> = {
  TooFewReplicas:
    'the desired replica count is less than the minimum replica count',
  TooManyReplicas:
    'the desired replica count is more than the maximum replica count',
  ScaleUpLimit:
    'the desired replica count is increasing faster than the maximum scale rate',
};

export const limited = ({ limit }: Decision): Condition =>
  limit
    ? condition('ScalingLimited', true, limit, LIMITS[limit])
    : condition(
        'ScalingLimited',
        false,
        'DesiredWithinRange',
        'the desired count is within the acceptable range',
      );
