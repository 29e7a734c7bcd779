import { createHash } from 'node:crypto';
import { admitCreate } from '../admission/admission';
import { ApiError } from '../api/ApiError';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';

/** Gives each Deployment the ReplicaSet of its template, and takes the replicas of older ones. */
export function reconcileDeployment(store: ObjectStore): void {
  const kind = kindOf('Deployment');
  const sets = kindOf('ReplicaSet');
  for (const deployment of store.list(kind)) {
    if (deployment.metadata.deletionTimestamp) continue;
    const { namespace, name } = deployment.metadata;
    const hash = templateHash(deployment.spec?.template);
    const owned = store
      .list(sets, namespace)
      .filter(set => isOwnedBy(set, deployment));
    const currentName = `${name}-${hash}`;
    if (!owned.some(set => set.metadata.name === currentName)) {
      const labels = {
        ...deployment.spec?.template?.metadata?.labels,
        'pod-template-hash': hash,
      };
      store.create(sets, {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: {
          name: currentName,
          namespace,
          labels,
          ownerReferences: [ownerReference(deployment)],
        },
        spec: {
          replicas: deployment.spec?.replicas ?? 1,
          selector: { matchLabels: labels },
          template: {
            ...deployment.spec?.template,
            metadata: { ...deployment.spec?.template?.metadata, labels },
          },
        },
        status: { replicas: 0 },
      });
    }
    for (const set of owned) {
      const wanted =
        set.metadata.name === currentName
          ? (deployment.spec?.replicas ?? 1)
          : 0;
      if (set.spec?.replicas !== wanted)
        store.update(sets, { ...set, spec: { ...set.spec, replicas: wanted } });
    }
    store.update(kind, {
      ...store.get(kind, namespace, name),
      status: deploymentStatus(store, deployment, currentName),
    });
  }
}

/** Creates and removes pods until each ReplicaSet has its replicas. */
export function reconcileReplicaSet(store: ObjectStore): void {
  const kind = kindOf('ReplicaSet');
  for (const set of store.list(kind)) {
    if (set.metadata.deletionTimestamp) continue;
    const pods = store
      .list(kindOf('Pod'), set.metadata.namespace)
      .filter(pod => isOwnedBy(pod, set));
    const wanted = set.spec?.replicas ?? 1;
    for (const pod of pods.slice(wanted)) store.remove(kindOf('Pod'), pod);
    const failure = createPods(store, set, wanted - pods.length);
    const now = store
      .list(kindOf('Pod'), set.metadata.namespace)
      .filter(pod => isOwnedBy(pod, set));
    store.update(kind, {
      ...set,
      status: {
        replicas: now.length,
        readyReplicas: now.filter(isReady).length,
        availableReplicas: now.filter(isReady).length,
        observedGeneration: set.metadata.generation,
        ...(failure && {
          conditions: [
            {
              type: 'ReplicaFailure',
              status: 'True',
              reason: 'FailedCreate',
              message: failure,
            },
          ],
        }),
      },
    });
  }
}

/** Answers why no further pod could be created, such as an exceeded quota. */
function createPods(
  store: ObjectStore,
  set: KubernetesObject,
  count: number,
): string | undefined {
  const kind = kindOf('Pod');
  for (let index = 0; index < count; index += 1) {
    const suffix = createHash('sha256')
      .update(`${set.metadata.uid}/${store.resourceVersion}/${index}`)
      .digest('hex')
      .slice(0, 5);
    try {
      const pod = admitCreate(store, kind, {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          ...set.spec?.template?.metadata,
          name: `${set.metadata.name}-${suffix}`,
          generateName: `${set.metadata.name}-`,
          namespace: set.metadata.namespace,
          ownerReferences: [ownerReference(set)],
        },
        spec: set.spec?.template?.spec,
      });
      store.create(kind, pod);
    } catch (error) {
      if (error instanceof ApiError) return error.message;
      throw error;
    }
  }
  return undefined;
}

function deploymentStatus(
  store: ObjectStore,
  deployment: KubernetesObject,
  currentName: string,
) {
  const sets = store
    .list(kindOf('ReplicaSet'), deployment.metadata.namespace)
    .filter(set => isOwnedBy(set, deployment));
  const sum = (field: string) =>
    sets.reduce((total, set) => total + (set.status?.[field] ?? 0), 0);
  const current = sets.find(set => set.metadata.name === currentName);
  const wanted = deployment.spec?.replicas ?? 1;
  const available = sum('availableReplicas');
  const failure = current?.status?.conditions?.find(
    (condition: { type: string }) => condition.type === 'ReplicaFailure',
  );
  const isAvailable = available >= wanted;
  return {
    observedGeneration: deployment.metadata.generation,
    replicas: sum('replicas'),
    readyReplicas: sum('readyReplicas'),
    availableReplicas: available,
    updatedReplicas: current?.status?.replicas ?? 0,
    ...(!isAvailable && { unavailableReplicas: wanted - available }),
    conditions: [
      {
        type: 'Available',
        status: isAvailable ? 'True' : 'False',
        reason: isAvailable
          ? 'MinimumReplicasAvailable'
          : 'MinimumReplicasUnavailable',
        message: '',
      },
      {
        type: 'Progressing',
        status: 'True',
        reason: isAvailable ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated',
        message: '',
      },
      ...(failure ? [failure] : []),
    ],
  };
}

function isOwnedBy(object: KubernetesObject, owner: KubernetesObject): boolean {
  return (
    object.metadata.ownerReferences?.some(
      ({ uid }) => uid === owner.metadata.uid,
    ) ?? false
  );
}

function isReady(pod: KubernetesObject): boolean {
  return (
    pod.status?.conditions?.some(
      (condition: { type: string; status: string }) =>
        condition.type === 'Ready' && condition.status === 'True',
    ) ?? false
  );
}

function ownerReference({ apiVersion, kind, metadata }: KubernetesObject) {
  return {
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

function templateHash(template: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(template))
    .digest('hex')
    .slice(0, 10);
}
