import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import { hashOf } from '../names';
import { childrenOf, isControlledBy, ownerReference } from '../ownership';
import type { Pass } from '../Pass';
import { tell } from '../tell';
import {
  annotationsOfSet,
  HASH_LABEL,
  isOfTemplate,
  REVISION,
  revisionOf,
  sizes,
} from './revisions';
import { rolloutOf, type SetOfPods } from './rollout';

/** The set of a Deployment that has its template, if there is one already. */
export function newSetOf(
  deployment: KubernetesObject,
  sets: readonly KubernetesObject[],
): KubernetesObject | undefined {
  return sets.find(set => isOfTemplate(set, deployment.spec?.template));
}

/** Makes the set of the current template, or takes the one that is there; either way it is the newest revision. */
export function ensureNewSet(
  pass: Pass,
  deployment: KubernetesObject,
  firstReplicas: (old: SetOfPods[]) => number,
): KubernetesObject {
  const sets = childrenOf(pass, deployment, 'ReplicaSet');
  const found = newSetOf(deployment, sets);
  const old = sets.filter(set => set !== found);
  const revision = Math.max(0, ...old.map(revisionOf)) + 1;
  const numbers = {
    ...sizesOf(deployment),
    revision: found ? Math.max(revision, revisionOf(found)) : revision,
  };
  const annotations = annotationsOfSet(deployment, found, numbers);
  const kind = kindOf('ReplicaSet');
  const set = found
    ? pass.store.update(kind, {
        ...found,
        metadata: { ...found.metadata, annotations },
      })
    : pass.store.create(
        kind,
        newSet(pass, deployment, annotations, firstReplicas(old.map(countsOf))),
      );
  if (!found) tellScaling(pass, deployment, set, 0);
  setRevision(pass, deployment, numbers.revision);
  return set;
}

function newSet(
  { store }: Pass,
  deployment: KubernetesObject,
  annotations: Record<string, string>,
  replicas: number,
): KubernetesObject {
  const { namespace, name } = deployment.metadata;
  const { template, selector, minReadySeconds } = deployment.spec ?? {};
  const isTaken = (end: string) =>
    store.find(kindOf('ReplicaSet'), namespace, `${name}-${end}`) !== undefined;
  const hash = freeHash(template, isTaken);
  const labels = { ...template?.metadata?.labels, [HASH_LABEL]: hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${hash}`,
      namespace,
      labels,
      annotations,
      ownerReferences: [ownerReference(deployment)],
    },
    spec: {
      replicas,
      ...(minReadySeconds && { minReadySeconds }),
      selector: {
        ...selector,
        matchLabels: { ...selector?.matchLabels, [HASH_LABEL]: hash },
      },
      template: { ...template, metadata: { ...template?.metadata, labels } },
    },
    status: { replicas: 0 },
  };
}

/** The hash of a template; another one where a set of somebody else has its name. */
function freeHash(
  template: unknown,
  isTaken: (hash: string) => boolean,
): string {
  for (let salt = 0; ; salt += 1) {
    const hash = hashOf(salt === 0 ? template : [template, salt]);
    if (!isTaken(hash)) return hash;
  }
}

/** Gives a set its replicas, and writes on it what all of them are to have together. */
export function resize(
  pass: Pass,
  deployment: KubernetesObject,
  { metadata }: KubernetesObject,
  replicas: number,
): KubernetesObject {
  const kind = kindOf('ReplicaSet');
  const set = pass.store.get(kind, metadata.namespace, metadata.name);
  const resized = pass.store.update(kind, {
    ...set,
    metadata: {
      ...set.metadata,
      annotations: {
        ...set.metadata.annotations,
        ...sizes(sizesOf(deployment)),
      },
    },
    spec: { ...set.spec, replicas },
  });
  tellScaling(pass, deployment, resized, set.spec?.replicas ?? 0);
  return resized;
}

function tellScaling(
  { store }: Pass,
  deployment: KubernetesObject,
  { metadata, spec }: KubernetesObject,
  before: number,
): void {
  const after: number = spec?.replicas ?? 0;
  if (after === before) return;
  const direction = after > before ? 'up' : 'down';
  tell(store, deployment, {
    reason: 'ScalingReplicaSet',
    message: `Scaled ${direction} replica set ${metadata.name} from ${before} to ${after}`,
  });
}

/** Forgets the oldest sets beyond what the Deployment wants to remember. */
export function cleanUpHistory(
  { store }: Pass,
  deployment: KubernetesObject,
  sets: readonly KubernetesObject[],
): void {
  const fresh = newSetOf(deployment, sets);
  const old = sets
    .filter(set => set !== fresh && isControlledBy(set, deployment))
    .sort((a, b) => revisionOf(a) - revisionOf(b));
  const limit = deployment.spec?.revisionHistoryLimit ?? 10;
  for (const set of old.slice(0, Math.max(0, old.length - limit))) {
    const isEmpty = !set.spec?.replicas && !set.status?.replicas;
    if (isEmpty) store.remove(kindOf('ReplicaSet'), set);
  }
}

function setRevision(
  { store }: Pass,
  { metadata: { namespace, name } }: KubernetesObject,
  revision: number,
): void {
  const kind = kindOf('Deployment');
  const current = store.find(kind, namespace, name);
  if (!current || revisionOf(current) === revision) return;
  store.update(kind, {
    ...current,
    metadata: {
      ...current.metadata,
      annotations: {
        ...current.metadata.annotations,
        [REVISION]: String(revision),
      },
    },
  });
}

function sizesOf({ spec }: KubernetesObject) {
  const { replicas, maxSurge } = rolloutOf(spec ?? {});
  return {
    desired: replicas,
    maximum: replicas + maxSurge,
  };
}

/** A set, as a rollout looks at it. */
export function countsOf({
  metadata,
  spec,
  status,
}: KubernetesObject): SetOfPods {
  return {
    name: metadata.name,
    replicas: spec?.replicas ?? 0,
    available: status?.availableReplicas ?? 0,
  };
}
