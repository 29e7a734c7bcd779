import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { LABELS } from '@caas/plugin-clusters-common';

/** Departments stand at most so deep below their tenant. */
const DEEPEST = 8;

/** The tenant whose group, or a department below it, owns an entity; undefined when a person or nobody does. */
export async function findTenantCode(
  entity: Entity,
  catalog: CatalogApi,
): Promise<string | undefined> {
  let ref = groupIn(entity, RELATION_OWNED_BY);
  for (let depth = 0; ref && depth <= DEEPEST; depth += 1) {
    const group = await catalog.getEntityByRef(ref);
    if (!group) return undefined;
    const code = group.metadata.labels?.[LABELS.tenant];
    if (code) return code;
    if (group.spec?.type === 'tenant') return group.metadata.name;
    ref = groupIn(group, RELATION_CHILD_OF);
  }
  return undefined;
}

function groupIn({ relations = [] }: Entity, relation: string) {
  return relations.find(
    ({ type, targetRef }) =>
      type === relation && parseEntityRef(targetRef).kind === 'group',
  )?.targetRef;
}
