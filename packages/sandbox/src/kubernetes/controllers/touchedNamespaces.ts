import {
  kindOf,
  type ObjectStore,
  type WatchEvent,
} from '../storage/ObjectStore';

/** Which objects of namespaces depend on what lies in none. */
const DEPENDANTS: Readonly<Record<string, string>> = {
  Node: 'DaemonSet',
  PersistentVolume: 'PersistentVolumeClaim',
  StorageClass: 'PersistentVolumeClaim',
};

/** The namespaces that the controllers have to look at after a change. */
export function touchedNamespaces(
  store: ObjectStore,
  { kind, object }: WatchEvent,
): string[] {
  const { name, namespace } = object.metadata;
  if (namespace) return [namespace];
  if (kind.kind === 'Namespace') return [name];
  const dependant = DEPENDANTS[kind.kind];
  if (!dependant) return [];
  return store
    .list(kindOf(dependant))
    .flatMap(({ metadata }) => metadata.namespace ?? []);
}
