import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { stamped } from './conditions';
import { parseIntOrPercent } from './intOrPercent';
import { controllerOf } from './ownership';
import type { Pass } from './Pass';
import { isActive, isReady } from './podState';
import { isSelected } from './selection';
import { writeStatus } from './writeStatus';

/** Keeps the status of disruption budgets: how many pods are healthy, and how many of them may go. */
export function reconcileDisruptionBudgets(pass: Pass): void {
  const { store, now } = pass;
  for (const budget of pass.list('PodDisruptionBudget')) {
    const { namespace, generation } = budget.metadata;
    const pods = store
      .list(kindOf('Pod'), namespace)
      .filter(
        pod =>
          isActive(pod) &&
          isSelected(budget.spec?.selector, pod.metadata.labels),
      );
    const { expectedPods, desiredHealthy } = wanted(store, budget, pods);
    const currentHealthy = pods.filter(isReady).length;
    const spare = Math.max(0, currentHealthy - desiredHealthy);
    const disruptionsAllowed = expectedPods > 0 ? spare : 0;
    const isEnough = disruptionsAllowed > 0;
    writeStatus(store, budget, {
      observedGeneration: generation,
      disruptionsAllowed,
      currentHealthy,
      desiredHealthy,
      expectedPods,
      conditions: [
        {
          ...stamped(
            budget.status?.conditions,
            {
              type: 'DisruptionAllowed',
              status: isEnough ? 'True' : 'False',
              reason: isEnough ? 'SufficientPods' : 'InsufficientPods',
              message: '',
            },
            now,
          ),
          observedGeneration: generation,
        },
      ],
    });
  }
}

/** What a budget counts: the pods that are there, or those that their owners want, where it speaks of a part of all. */
function wanted(
  store: ObjectStore,
  { spec = {} }: KubernetesObject,
  pods: KubernetesObject[],
) {
  const { minAvailable, maxUnavailable } = spec;
  if (maxUnavailable !== undefined) {
    const expectedPods = wantedByOwners(store, pods);
    const gone = parseIntOrPercent(maxUnavailable, expectedPods, Math.ceil);
    return { expectedPods, desiredHealthy: Math.max(0, expectedPods - gone) };
  }
  if (typeof minAvailable === 'string') {
    const expectedPods = wantedByOwners(store, pods);
    return {
      expectedPods,
      desiredHealthy: parseIntOrPercent(minAvailable, expectedPods, Math.ceil),
    };
  }
  return {
    expectedPods: pods.length,
    // A budget that says nothing keeps one.
    desiredHealthy: minAvailable ?? 1,
  };
}

function wantedByOwners(store: ObjectStore, pods: KubernetesObject[]): number {
  const owners = new Map<string, number>();
  for (const pod of pods) {
    const owner = topOwner(store, pod);
    if (owner) owners.set(owner.metadata.uid ?? '', owner.spec?.replicas ?? 1);
  }
  return [...owners.values()].reduce((sum, replicas) => sum + replicas, 0);
}

/** The workload that a pod belongs to: of a replica set, its Deployment. */
function topOwner(
  store: ObjectStore,
  object: KubernetesObject,
): KubernetesObject | undefined {
  const reference = controllerOf(object);
  if (!reference) return undefined;
  const kind = store.kinds.all.find(
    ({ kind: name }) => name === reference.kind,
  );
  const owner =
    kind && store.find(kind, object.metadata.namespace, reference.name);
  return owner && (topOwner(store, owner) ?? owner);
}
