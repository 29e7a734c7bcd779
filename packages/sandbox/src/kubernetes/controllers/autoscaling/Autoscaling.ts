import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isSame } from '../../storage/sameness';
import { timestamp } from '../../storage/timestamp';
import { stamped, type Condition } from '../conditions';
import { kindOf, type ObjectStore } from '../../storage/ObjectStore';
import type { Pass } from '../Pass';
import { isSelected } from '../selection';
import { writeStatus } from '../writeStatus';
import {
  ableToScale,
  failedGetScale,
  limited,
  scalingActive,
  scalingDisabled,
} from './autoscalerConditions';
import { decide, type Decision } from './decide';
import { recommend, type Metric, type UsageOf } from './recommend';

/** How often usage is looked at, as kube-controller-manager does. */
const EVERY_MS = 15_000;

/** Scales what autoscalers point at, to what their metrics ask for. */
export class Autoscaling {
  /** Passes come as often as anything changes; usage is looked at no more often than it is measured. */
  private readonly looks = new Map<string, { at: number; spec: object }>();

  constructor(private readonly usageOf: UsageOf) {}

  reconcile(pass: Pass): void {
    for (const autoscaler of pass.list('HorizontalPodAutoscaler')) {
      const { uid = '' } = autoscaler.metadata;
      const at = pass.now.getTime();
      const last = this.looks.get(uid);
      const left = last ? last.at + EVERY_MS - at : 0;
      const isSameAsLast = isSame(last?.spec, autoscaler.spec);
      if (left > 0 && isSameAsLast) {
        pass.again(autoscaler, left);
        continue;
      }
      this.looks.set(uid, { at, spec: autoscaler.spec });
      look(pass, autoscaler, this.usageOf);
      pass.again(autoscaler, EVERY_MS);
    }
  }
}

function look(
  pass: Pass,
  autoscaler: KubernetesObject,
  usageOf: UsageOf,
): void {
  const { store, now } = pass;
  const target = findTarget(store, autoscaler);
  const before = autoscaler.status?.conditions;
  const say = (counts: object, conditions: readonly Condition[]) =>
    writeStatus(store, autoscaler, {
      ...autoscaler.status,
      ...counts,
      conditions: conditions.map(each => stamped(before, each, now)),
    });
  if (!target) {
    return say({ desiredReplicas: 0 }, [failedGetScale(autoscaler)]);
  }
  const replicas: number = target.spec?.replicas ?? 1;
  const counts = { currentReplicas: target.status?.replicas ?? 0 };
  if (replicas === 0) {
    return say({ ...counts, desiredReplicas: 0 }, [
      ableToScale(undefined),
      scalingDisabled(),
    ]);
  }
  const pods = store
    .list(kindOf('Pod'), target.metadata.namespace)
    .filter(pod => isSelected(target.spec?.selector, pod.metadata.labels));
  const metrics = (autoscaler.spec?.metrics ?? []) as Metric[];
  const looks = metrics.map(metric =>
    recommend(metric, pods, replicas, { usageOf, now }),
  );
  const found = looks.flatMap(each => ('replicas' in each ? [each] : []));
  const failure = looks.flatMap(each => ('failure' in each ? [each] : []))[0];
  const currentMetrics = looks.flatMap((each, index) =>
    'current' in each
      ? [
          {
            type: 'Resource',
            resource: {
              name: metrics[index].resource?.name,
              current: each.current,
            },
          },
        ]
      : [],
  );
  if (found.length === 0) {
    return say({ ...counts, desiredReplicas: 0, currentMetrics: null }, [
      ableToScale(undefined),
      scalingActive(metrics, failure?.failure),
    ]);
  }
  const wanted = Math.max(...found.map(each => each.replicas));
  const decision = decide(autoscaler, replicas, wanted, now);
  if (decision.replicas !== replicas) resize(pass, target, decision);
  return say(
    {
      ...counts,
      desiredReplicas: decision.replicas,
      currentMetrics,
      ...(decision.replicas !== replicas && { lastScaleTime: timestamp(now) }),
    },
    [
      ableToScale(decision),
      scalingActive(metrics, undefined),
      limited(decision),
    ],
  );
}

function findTarget(
  store: ObjectStore,
  { metadata, spec }: KubernetesObject,
): KubernetesObject | undefined {
  const { apiVersion, kind: name, name: target } = spec?.scaleTargetRef ?? {};
  const [, group = ''] = String(apiVersion).split('/').reverse();
  const kind = store.kinds.all.find(
    each =>
      each.kind === name &&
      each.group === group &&
      each.subresources.includes('scale'),
  );
  return kind && store.find(kind, metadata.namespace, target);
}

function resize(
  { store }: Pass,
  target: KubernetesObject,
  { replicas }: Decision,
): void {
  store.update(store.kinds.of(target), {
    ...target,
    spec: { ...target.spec, replicas },
  });
}
