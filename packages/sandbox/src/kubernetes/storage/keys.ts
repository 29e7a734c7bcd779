import type { ResourceKind } from '../api/ResourceKind';

/** Where an object is stored; lists are in the order of these keys. */
export function keyOf(
  kind: ResourceKind,
  namespace: string | undefined,
  name: string,
): string {
  return `${bucketOf(kind, namespace)}/${name}`;
}

/** The beginning of the keys of a kind, or of a kind in one namespace. */
export function bucketOf(
  { group, plural, namespaced }: ResourceKind,
  namespace?: string,
): string {
  const kind = `${group}/${plural}`;
  return namespaced && namespace ? `${kind}/${namespace}` : kind;
}

/** What a key begins with: its kind, and its namespace where it has one. */
export function bucketsOf(key: string): readonly string[] {
  const [group, plural, namespace, name] = key.split('/');
  const kind = `${group}/${plural}`;
  return name === undefined ? [kind] : [kind, `${kind}/${namespace}`];
}
