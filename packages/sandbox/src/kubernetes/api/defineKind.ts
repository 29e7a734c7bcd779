import type { ResourceKind } from './ResourceKind';
import type { SubresourceName } from './subresources';

/** A kind that every cluster has; it lies in namespaces unless told. */
export const defineKind = (
  group: string,
  version: string,
  plural: string,
  name: string,
  options: {
    namespaced?: boolean;
    shortNames?: string[];
    subresources?: SubresourceName[];
    categories?: string[];
  } = {},
): ResourceKind => ({
  group,
  version,
  plural,
  singular: name.toLowerCase(),
  kind: name,
  namespaced: options.namespaced ?? true,
  shortNames: options.shortNames ?? [],
  subresources: options.subresources ?? [],
  categories: options.categories ?? [],
});
