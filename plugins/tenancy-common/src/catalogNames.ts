/**
 * Catalog entity of a namespace: `resource:<cluster>/<name>`.
 *
 * @remarks
 * A name is unique on its cluster only, so the cluster is the catalog namespace. `<cluster>-<name>` would not always
 * fit the 63 characters of an entity name.
 *
 * @public
 */
export function namespaceEntityRef(namespace: {
  cluster: string;
  name: string;
}): string {
  return `resource:${namespace.cluster}/${namespace.name}`;
}
