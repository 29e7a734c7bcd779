import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';
import {
  SUMMARY_FIELDS,
  summarizeEntity,
  type EntitySummary,
} from './entitySummary';

/** Kinds that people own and work on, in the order in which the workbench shows them. */
export const OWNED_KINDS = ['component', 'api', 'system', 'resource'] as const;

/** Enough to count by kind for nearly everybody: seven short fields each, about 3 kB on the wire. */
const LIMIT = 100;

/** What the person owns. `countByKind` is left out when there is more than could be counted. */
export type MyEntities = {
  items: EntitySummary[];
  totalCount: number;
  countByKind?: Record<string, number>;
};

/** What the person and their groups own, in one question to the catalog. */
export function useMyEntities(): Loadable<MyEntities> {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  return useLoadable(async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    const { items, totalItems } = await catalog.queryEntities({
      filter: {
        'relations.ownedBy': ownershipEntityRefs,
        kind: [...OWNED_KINDS],
      },
      fields: SUMMARY_FIELDS,
      limit: LIMIT,
    });
    return {
      items: items.map(summarizeEntity).sort(byKindThenTitle),
      totalCount: totalItems,
      countByKind: totalItems > items.length ? undefined : countKinds(items),
    };
  }, [catalog, identity]);
}

function byKindThenTitle(a: EntitySummary, b: EntitySummary): number {
  const order: readonly string[] = OWNED_KINDS;
  return (
    order.indexOf(a.kind) - order.indexOf(b.kind) ||
    a.title.localeCompare(b.title, 'zh')
  );
}

function countKinds(entities: { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of entities) {
    const name = kind.toLocaleLowerCase('en-US');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
