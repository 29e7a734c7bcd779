import type { Knex } from 'knex';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { RowCondition, RowFilter } from './RowAccess';

/**
 * How a table answers the two row conditions. Leave `people` out where nobody takes part by name.
 *
 * @public
 */
export type RowFilterColumns = {
  tenant: string;
  people?: (query: Knex.QueryBuilder, people: string[]) => void;
};

/**
 * Narrows a query to the rows that the caller may see.
 *
 * @public
 */
export function applyRowFilter<T extends Knex.QueryBuilder>(
  query: T,
  filter: RowFilter,
  columns: RowFilterColumns,
): T {
  if (filter === 'all') return query;
  if (filter === 'none') return query.whereRaw('1 = 0') as T;
  return query.where(part => apply(part, filter, columns)) as T;
}

function apply(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<RowCondition>,
  columns: RowFilterColumns,
): void {
  if (isAndCriteria(criteria)) {
    for (const part of criteria.allOf) {
      query.andWhere(inner => apply(inner, part, columns));
    }
  } else if (isOrCriteria(criteria)) {
    for (const part of criteria.anyOf) {
      query.orWhere(inner => apply(inner, part, columns));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(inner => apply(inner, criteria.not, columns));
  } else if ('tenants' in criteria) {
    query.whereIn(columns.tenant, criteria.tenants);
  } else if (columns.people) {
    columns.people(query, criteria.people);
  } else {
    query.whereRaw('1 = 0');
  }
}
