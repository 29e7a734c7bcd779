import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import type { StoredCondition } from '../conditions';
import { childrenOf } from '../ownership';
import type { Pass } from '../Pass';
import { isActive } from '../podState';
import { writeStatus } from '../writeStatus';
import { deploymentStatus, leftOf } from './deploymentStatus';
import { desiredOf } from './revisions';
import { growNew, rolloutOf, shareOut, shrinkOld } from './rollout';
import {
  cleanUpHistory,
  countsOf,
  ensureNewSet,
  newSetOf,
  resize,
} from './sets';

/** Brings the pods of each Deployment to its template, as fast as its strategy allows. */
export function reconcileDeployment(pass: Pass): void {
  for (const deployment of pass.list('Deployment')) {
    if (isResized(pass, deployment)) scale(pass, deployment);
    else if (!deployment.spec?.paused) rollOut(pass, deployment);
    report(pass, deployment);
  }
}

/** Whether other replicas are wanted than when its sets were last scaled. */
function isResized(pass: Pass, deployment: KubernetesObject): boolean {
  return setsOf(pass, deployment).some(set => {
    const desired = desiredOf(set);
    return (
      set.spec?.replicas > 0 &&
      desired !== undefined &&
      desired !== (deployment.spec?.replicas ?? 1)
    );
  });
}

function scale(pass: Pass, deployment: KubernetesObject): void {
  const sets = setsOf(pass, deployment);
  const rollout = rolloutOf(deployment.spec ?? {});
  const active = sets.filter(set => set.spec?.replicas > 0);
  const fresh = newSetOf(deployment, sets);
  if (active.length === 1) {
    resize(pass, deployment, active[0], rollout.replicas);
    return;
  }
  const isSaturated =
    fresh !== undefined && countsOf(fresh).available >= rollout.replicas;
  const wanted =
    rollout.replicas === 0 ? 0 : rollout.replicas + rollout.maxSurge;
  const shares = isSaturated
    ? new Map(active.map(set => [set.metadata.name, 0]))
    : shareOut(wanted, active.map(countsOf));
  if (isSaturated) shares.set(fresh.metadata.name, rollout.replicas);
  for (const set of active) {
    resize(pass, deployment, set, shares.get(set.metadata.name) ?? 0);
  }
}

function rollOut(pass: Pass, deployment: KubernetesObject): void {
  const rollout = rolloutOf(deployment.spec ?? {});
  if (deployment.spec?.strategy?.type === 'Recreate') {
    recreate(pass, deployment);
  } else {
    const fresh = ensureNewSet(pass, deployment, old =>
      growNew(rollout, { name: '', replicas: 0, available: 0 }, old),
    );
    const old = () => othersOf(pass, deployment, fresh).map(countsOf);
    const grown = growNew(rollout, countsOf(fresh), old());
    const current = resize(pass, deployment, fresh, grown);
    const kept = shrinkOld(rollout, countsOf(current), old());
    for (const set of othersOf(pass, deployment, current)) {
      const replicas = kept.get(set.metadata.name) ?? 0;
      if (replicas !== set.spec?.replicas) {
        resize(pass, deployment, set, replicas);
      }
    }
  }
}

/** All pods of the old template go before the first of the new one comes. */
function recreate(pass: Pass, deployment: KubernetesObject): void {
  const fresh = newSetOf(deployment, setsOf(pass, deployment));
  const old = othersOf(pass, deployment, fresh);
  for (const set of old) {
    if (set.spec?.replicas > 0) resize(pass, deployment, set, 0);
  }
  const isEmpty = old.every(set =>
    childrenOf(pass, set, 'Pod').every(pod => !isActive(pod)),
  );
  if (!isEmpty) return;
  const replicas = deployment.spec?.replicas ?? 1;
  const made = ensureNewSet(pass, deployment, () => replicas);
  resize(pass, deployment, made, replicas);
}

function report(pass: Pass, { metadata }: KubernetesObject): void {
  const { store, now } = pass;
  const kind = kindOf('Deployment');
  const deployment = store.find(kind, metadata.namespace, metadata.name);
  if (!deployment) return;
  const sets = setsOf(pass, deployment);
  const fresh = newSetOf(deployment, sets);
  const status = deploymentStatus(deployment, sets, fresh, now);
  writeStatus(store, deployment, status);
  const left = leftOf({ ...deployment, status }, now);
  const isDone = status.conditions.some(
    (condition: StoredCondition) =>
      condition.reason === 'NewReplicaSetAvailable',
  );
  // What can still be gone back to is only forgotten once the new pods are good.
  if (isDone) cleanUpHistory(pass, deployment, sets);
  if (!isDone && Number.isFinite(left)) pass.again(deployment, left);
}

/** The sets of a Deployment, oldest first. */
function setsOf(pass: Pass, deployment: KubernetesObject): KubernetesObject[] {
  return childrenOf(pass, deployment, 'ReplicaSet')
    .filter(({ metadata }) => !metadata.deletionTimestamp)
    .sort((a, b) =>
      String(a.metadata.creationTimestamp).localeCompare(
        String(b.metadata.creationTimestamp),
      ),
    );
}

function othersOf(
  pass: Pass,
  deployment: KubernetesObject,
  fresh: KubernetesObject | undefined,
): KubernetesObject[] {
  return setsOf(pass, deployment).filter(
    ({ metadata }) => metadata.uid !== fresh?.metadata.uid,
  );
}
