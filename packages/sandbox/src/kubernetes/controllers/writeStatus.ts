import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';

/** Kubernetes leaves out the counts that are zero, and lists of nothing. */
export function withoutZeros<T extends object>(status: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(status).filter(
      ([, value]) =>
        value !== 0 &&
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>;
}

/** Replaces the status of an object as it stands now; one that is gone, or is another by now, has none. */
export function writeStatus(
  store: ObjectStore,
  { metadata, ...object }: KubernetesObject,
  status: object,
): void {
  const kind = store.kinds.of(object as KubernetesObject);
  const current = store.find(kind, metadata.namespace, metadata.name);
  if (current?.metadata.uid !== metadata.uid || !current) return;
  store.update(kind, { ...current, status });
}
