import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { timestamp } from '../storage/timestamp';

/** Empties namespaces that are being deleted, and lets them go when nothing is left. */
export function reconcileNamespace(store: ObjectStore): void {
  const kind = kindOf('Namespace');
  for (const namespace of store.list(kind)) {
    if (!namespace.metadata.deletionTimestamp) continue;
    const left = new Map<string, number>();
    for (const child of store.kinds.all.filter(
      candidate => candidate.namespaced,
    )) {
      for (const object of store.list(child, namespace.metadata.name)) {
        const { finalizers = [] } = object.metadata;
        if (finalizers.length > 0) {
          for (const name of finalizers) {
            left.set(name, (left.get(name) ?? 0) + 1);
          }
          beginToGo(store, child, object);
        } else {
          store.remove(child, object);
        }
      }
    }
    if (left.size === 0) {
      store.update(kind, {
        ...namespace,
        spec: { ...namespace.spec, finalizers: [] },
      });
    } else {
      tellWhatIsLeft(store, kind, namespace, left);
    }
  }
}

/** The condition in which Kubernetes names the finalizers that a namespace waits for. */
function tellWhatIsLeft(
  store: ObjectStore,
  kind: ResourceKind,
  namespace: KubernetesObject,
  left: ReadonlyMap<string, number>,
): void {
  const type = 'NamespaceFinalizersRemaining';
  const counts = [...left]
    .sort()
    .map(([name, count]) => `${name} in ${count} resource instances`);
  const message = `Some content in the namespace has finalizers remaining: ${counts.join(', ')}`;
  const conditions = (namespace.status?.conditions ?? []) as {
    type: string;
    message?: string;
  }[];
  if (conditions.some(each => each.message === message)) return;
  const said = {
    type,
    status: 'True',
    reason: 'SomeFinalizersRemain',
    message,
    lastTransitionTime: timestamp(store.now()),
  };
  store.update(kind, {
    ...namespace,
    status: {
      ...namespace.status,
      conditions: [...conditions.filter(each => each.type !== type), said],
    },
  });
}

function beginToGo(
  store: ObjectStore,
  kind: ResourceKind,
  object: KubernetesObject,
): void {
  if (object.metadata.deletionTimestamp) return;
  store.update(kind, {
    ...object,
    metadata: {
      ...object.metadata,
      deletionTimestamp: timestamp(store.now()),
      deletionGracePeriodSeconds: 0,
    },
  });
}

/** Gives each namespace what every namespace has: a service account, and the certificate that pods trust. */
export function reconcileNamespaceContent(
  store: ObjectStore,
  certificate: string,
): void {
  for (const { metadata } of store.list(kindOf('Namespace'))) {
    if (metadata.deletionTimestamp) continue;
    const namespace = metadata.name;
    const put = (object: Omit<KubernetesObject, 'metadata'>, name: string) => {
      const kind = kindOf(object.kind);
      if (store.find(kind, namespace, name)) return;
      store.create(kind, {
        ...object,
        metadata: { name, namespace },
      } as KubernetesObject);
    };
    put({ apiVersion: 'v1', kind: 'ServiceAccount' }, 'default');
    put(
      { apiVersion: 'v1', kind: 'ConfigMap', data: { 'ca.crt': certificate } },
      'kube-root-ca.crt',
    );
  }
}
