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
 * @remarks
 * `people` adds one condition that is true or false and never null, such as `whereIn` with a subquery.
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
  // `1 = 1` and `1 = 0` are what "all of" and "any of" begin with: knex leaves out a group that is empty, which would
  // turn "any of nothing" into everything.
  if (isAndCriteria(criteria)) {
    query.whereRaw('1 = 1');
    for (const part of criteria.allOf) {
      query.andWhere(inner => apply(inner, part, columns));
    }
  } else if (isOrCriteria(criteria)) {
    query.whereRaw('1 = 0');
    for (const part of criteria.anyOf) {
      query.orWhere(inner => apply(inner, part, columns));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(inner => apply(inner, criteria.not, columns));
  } else if ('tenants' in criteria) {
    // Null is in no tenant: that must be false and not unknown, because "not" of unknown is not true.
    query
      .whereNotNull(columns.tenant)
      .whereIn(columns.tenant, criteria.tenants);
  } else if (columns.people) {
    columns.people(query, criteria.people);
  } else {
    query.whereRaw('1 = 0');
  }
}
