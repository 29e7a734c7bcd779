import {
  addResources,
  NO_RESOURCES,
  type Resources,
} from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { isSame } from '../../domain/changes';
import { fits } from '../../domain/quota';
import {
  allocatedOf,
  hardOf,
  resourcesOf,
  type DbAllocationRow,
  type DbNamespaceRow,
  type DbQuotaRow,
} from '../../database/tables';

/** Everything that is written about one quota. */
export type Books = {
  hard: Resources;
  allocated: Resources;
  lines: DbAllocationRow[];
  namespaces: DbNamespaceRow[];
};

export async function readBooks(knex: Knex, cluster: string): Promise<Books> {
  const quota = (await knex<DbQuotaRow>('quotas').where({ cluster }).first())!;
  return {
    hard: hardOf(quota),
    allocated: allocatedOf(quota),
    lines: await knex<DbAllocationRow>('allocations').where({ cluster }),
    namespaces: await knex<DbNamespaceRow>('namespaces').where({ cluster }),
  };
}

/** What of the books contradicts the rest of them. */
export function contradictionsIn(books: Books): string[] {
  const { hard, allocated, lines, namespaces } = books;
  const counting = lines.filter(line => line.ended_at === null);
  const held = namespaces.filter(({ life }) => life !== 'deleted');
  const sum = (rows: Parameters<typeof resourcesOf>[0][]) =>
    rows.map(resourcesOf).reduce(addResources, NO_RESOURCES);
  const faults = [];
  if (!fits(sum(held), hard)) faults.push('overdrawn');
  if (!isSame(sum(counting), allocated)) {
    faults.push('the lines come to something else than the quota says');
  }
  if (!isSame(sum(held), allocated)) {
    faults.push('the namespaces come to something else than the quota says');
  }
  for (const { id } of namespaces) {
    const own = counting.filter(line => line.namespace_id === id);
    const holds = sum(held.filter(namespace => namespace.id === id));
    if (!isSame(sum(own), holds)) faults.push(`'${id}' holds another share`);
  }
  return faults;
}
