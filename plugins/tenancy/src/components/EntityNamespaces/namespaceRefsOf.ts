import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import type { Namespace } from '@caas/plugin-tenancy-common';

/** The places that an entity says it runs in, by its relations to namespaces of the catalog: `<cluster>/<name>`. */
export function namespaceRefsOf({ relations = [] }: Entity): Set<string> {
  return new Set(
    relations
      .filter(({ type }) => type === 'dependsOn' || type === 'hasPart')
      .map(({ targetRef }) => parseEntityRef(targetRef))
      .filter(({ kind }) => kind === 'resource')
      .map(({ namespace, name }) => `${namespace}/${name}`),
  );
}

/**
 * The namespaces of an entity: those that it names, and all of its tenant's when it names none of them. Resources that
 * are no namespaces fall out here.
 */
export function namespacesOf(
  entity: Entity,
  ofTenant: Namespace[],
): { namespaces: Namespace[]; areNamed: boolean } {
  const present = ofTenant.filter(({ state }) => state !== 'deleted');
  const refs = namespaceRefsOf(entity);
  const named = present.filter(({ cluster, name }) =>
    refs.has(`${cluster}/${name}`),
  );
  return named.length > 0
    ? { namespaces: named, areNamed: true }
    : { namespaces: present, areNamed: false };
}
