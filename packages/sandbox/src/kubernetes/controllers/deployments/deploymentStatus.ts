import type { KubernetesObject } from '../../storage/KubernetesObject';
import { timestamp } from '../../storage/timestamp';
import { stamped, type Condition, type StoredCondition } from '../conditions';
import { withoutZeros } from '../writeStatus';
import { rolloutOf } from './rollout';

/** A deadline that never comes, as Kubernetes writes it. */
const NEVER = 2147483647;

const isAllUpdated = ({
  deployment: { status },
}: {
  deployment: KubernetesObject;
}) => (status?.replicas ?? 0) === (status?.updatedReplicas ?? 0);

/** What a Deployment says of its sets. */
export function deploymentStatus(
  deployment: KubernetesObject,
  sets: readonly KubernetesObject[],
  fresh: KubernetesObject | undefined,
  now: Date,
) {
  const { spec, metadata } = deployment;
  const before = deployment.status ?? {};
  const sum = (field: string) =>
    sets.reduce((total, set) => total + (set.status?.[field] ?? 0), 0);
  const wanted = spec?.replicas ?? 1;
  const available = sum('availableReplicas');
  const planned = sets.reduce((all, { spec: own }) => all + own.replicas, 0);
  const counts = {
    replicas: sum('replicas'),
    updatedReplicas: fresh?.status?.replicas ?? 0,
    readyReplicas: sum('readyReplicas'),
    availableReplicas: available,
    unavailableReplicas: Math.max(0, planned - available),
  };
  const conditions: StoredCondition[] = before.conditions ?? [];
  const isComplete =
    counts.updatedReplicas === wanted &&
    counts.replicas === wanted &&
    available >= wanted;
  const wentOn =
    counts.updatedReplicas > (before.updatedReplicas ?? 0) ||
    counts.readyReplicas > (before.readyReplicas ?? 0) ||
    available > (before.availableReplicas ?? 0) ||
    counts.replicas - counts.updatedReplicas <
      (before.replicas ?? 0) - (before.updatedReplicas ?? 0);
  const failure = fresh?.status?.conditions?.find(
    ({ type }: Condition) => type === 'ReplicaFailure',
  );
  return {
    ...withoutZeros({ observedGeneration: metadata.generation, ...counts }),
    ...(before.collisionCount && { collisionCount: before.collisionCount }),
    conditions: [
      availability(deployment, conditions, available, now),
      progress({ deployment, conditions, fresh, isComplete, wentOn, now }),
      ...(failure ? [updated(conditions, failure, now)] : []),
    ].filter(condition => condition !== undefined),
  };
}

function availability(
  { spec }: KubernetesObject,
  conditions: StoredCondition[],
  available: number,
  now: Date,
): StoredCondition {
  const { replicas, maxUnavailable } = rolloutOf(spec ?? {});
  const isAvailable = available >= replicas - maxUnavailable;
  return updated(
    conditions,
    {
      type: 'Available',
      status: isAvailable ? 'True' : 'False',
      reason: isAvailable
        ? 'MinimumReplicasAvailable'
        : 'MinimumReplicasUnavailable',
      message: isAvailable
        ? 'Deployment has minimum availability.'
        : 'Deployment does not have minimum availability.',
    },
    now,
  );
}

function progress(rollout: {
  deployment: KubernetesObject;
  conditions: StoredCondition[];
  fresh: KubernetesObject | undefined;
  isComplete: boolean;
  wentOn: boolean;
  now: Date;
}): StoredCondition | undefined {
  const { deployment, conditions, fresh, isComplete, wentOn, now } = rollout;
  const old = conditions.find(({ type }) => type === 'Progressing');
  const say = (status: Condition['status'], reason: string, message: string) =>
    updated(conditions, { type: 'Progressing', status, reason, message }, now);
  const name = fresh
    ? `ReplicaSet "${fresh.metadata.name}"`
    : `Deployment "${deployment.metadata.name}"`;
  if (deployment.spec?.paused) {
    return say('Unknown', 'DeploymentPaused', 'Deployment is paused');
  }
  if (old?.reason === 'DeploymentPaused') {
    return say('Unknown', 'DeploymentResumed', 'Deployment is resumed');
  }
  if (deadlineOf(deployment) === NEVER) return undefined;
  const wasDone = old?.reason === 'NewReplicaSetAvailable';
  if (isComplete) {
    const message = `${name} has successfully progressed.`;
    return say('True', 'NewReplicaSetAvailable', message);
  }
  // What was done stays done when one of its pods fails later; another template begins anew.
  const isSameSet = old?.message.includes(`"${fresh?.metadata.name}"`);
  if (wasDone && isSameSet && isAllUpdated(rollout)) return old;
  if (!old || wentOn || wasDone) {
    const progressing = say(
      'True',
      'ReplicaSetUpdated',
      `${name} is progressing.`,
    );
    return wentOn
      ? { ...progressing, lastUpdateTime: timestamp(now) }
      : progressing;
  }
  if (old.reason !== 'ProgressDeadlineExceeded' && leftOf(deployment, now) > 0)
    return old;
  const message = `${name} has timed out progressing.`;
  return say('False', 'ProgressDeadlineExceeded', message);
}

function deadlineOf({ spec }: KubernetesObject): number {
  return spec?.progressDeadlineSeconds ?? 600;
}

/** Milliseconds until a rollout that goes no further is said to be stuck; not positive when it is. */
export function leftOf(deployment: KubernetesObject, now: Date): number {
  const conditions: StoredCondition[] = deployment.status?.conditions ?? [];
  const old = conditions.find(({ type }) => type === 'Progressing');
  if (!old || old.status !== 'True' || deadlineOf(deployment) === NEVER) {
    return Infinity;
  }
  const since = Date.parse(old.lastUpdateTime ?? old.lastTransitionTime);
  return since + deadlineOf(deployment) * 1000 - now.getTime();
}

/** A condition of a Deployment also tells when anything of it last changed. */
function updated(
  before: StoredCondition[],
  condition: Condition,
  now: Date,
): StoredCondition {
  const next = stamped(before, condition, now);
  const old = before.find(({ type }) => type === condition.type);
  const isSaid =
    old?.reason === next.reason &&
    old.status === next.status &&
    old.message === next.message;
  return {
    ...next,
    lastUpdateTime: isSaid ? old.lastUpdateTime : timestamp(now),
  };
}
