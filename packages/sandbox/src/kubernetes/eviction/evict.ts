import { ApiError, badRequest } from '../api/ApiError';
import type { DeleteOptions, ResourceService } from '../api/ResourceService';
import { checkType } from '../api/writes';
import { isReady } from '../controllers/podState';
import { isSelected } from '../controllers/selection';
import type { Target } from '../server/request';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';

const EVICTION = {
  ...kindOf('PodDisruptionBudget'),
  plural: 'evictions',
  singular: 'eviction',
  kind: 'Eviction',
};

/** Deletes a pod, unless a disruption budget needs it where it is. Answers the `Status` of success. */
export function evict(
  { store, resources }: { store: ObjectStore; resources: ResourceService },
  { kind, namespace, name = '' }: Target,
  eviction: KubernetesObject,
  options: DeleteOptions,
): object {
  checkType(EVICTION, eviction);
  if (eviction.metadata?.name !== name) {
    throw badRequest('name in URL does not match name in Eviction object');
  }
  const pod = store.get(kind, namespace, name);
  const budget = isOver(pod) ? undefined : budgetOf(store, pod);
  if (budget && !isAnywayUnhealthy(pod, budget)) {
    checkBudget(budget);
    if (!options.dryRun) takeOne(store, budget);
  }
  resources.delete(kind, { namespace, name }, options);
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    code: 201,
  };
}

/** Pods that serve nobody, yet or any more, need no budget. */
function isOver({ metadata, status }: KubernetesObject): boolean {
  return (
    metadata.deletionTimestamp !== undefined ||
    ['Pending', 'Succeeded', 'Failed'].includes(status?.phase)
  );
}

function budgetOf(
  store: ObjectStore,
  { metadata }: KubernetesObject,
): KubernetesObject | undefined {
  const [budget, second] = store
    .list(kindOf('PodDisruptionBudget'), metadata.namespace)
    .filter(({ spec }) => isSelected(spec?.selector, metadata.labels));
  if (second) {
    throw new ApiError(
      500,
      '',
      'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    );
  }
  return budget;
}

/** A pod that is not ready counts for nothing: without it the budget is as it was. */
function isAnywayUnhealthy(
  pod: KubernetesObject,
  { spec, status = {} }: KubernetesObject,
): boolean {
  if (isReady(pod)) return false;
  if (spec?.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true;
  const { currentHealthy = 0, desiredHealthy = 0 } = status;
  return desiredHealthy > 0 && currentHealthy >= desiredHealthy;
}

function checkBudget({ metadata, status = {} }: KubernetesObject): void {
  const isSeen = (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  if (!isSeen) {
    throw tooMany(
      `The disruption budget ${metadata.name} is still being processed by the server.`,
      10,
    );
  }
  if (status.disruptionsAllowed > 0) return;
  throw tooMany(
    `The disruption budget ${metadata.name} needs ${status.desiredHealthy} healthy pods and has ${status.currentHealthy} currently`,
  );
}

function tooMany(message: string, retryAfterSeconds?: number): ApiError {
  return new ApiError(
    429,
    'TooManyRequests',
    "Cannot evict pod as it would violate the pod's disruption budget.",
    {
      causes: [{ reason: 'DisruptionBudget', message }],
      ...(retryAfterSeconds && { retryAfterSeconds }),
    },
  );
}

/** Two evictions at once must not both use what only one may: the next sees one less, before the controller has counted. */
function takeOne(store: ObjectStore, budget: KubernetesObject): void {
  const { status } = budget;
  store.update(kindOf('PodDisruptionBudget'), {
    ...budget,
    status: {
      ...status,
      disruptionsAllowed: status.disruptionsAllowed - 1,
      currentHealthy: status.currentHealthy - 1,
    },
  });
}
