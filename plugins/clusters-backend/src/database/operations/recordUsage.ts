import type { Knex } from 'knex';
import type { UsageSample, UsageSubject } from '../../domain/usageSample';
import type { DbUsageSampleRow } from '../tables';
import { rowOfSample } from '../usageRows';

const ROWS_AT_ONCE = 200;

const AMOUNTS = [
  'requested_cpu',
  'requested_memory',
  'used_cpu',
  'used_memory',
  'allocatable_cpu',
  'allocatable_memory',
] as const;

/**
 * Writes samples, keeping the higher of what is told and what is there.
 *
 * One statement for each few hundred rows, no transaction around them: each row is right by itself, and what a kill leaves
 * out is told again a minute later. Two replicas that write the same rows wait for each other row by row; both go in the
 * order of the key, so neither waits for the other in a circle.
 */
export async function recordUsage(
  knex: Knex,
  samples: (UsageSubject & UsageSample)[],
): Promise<void> {
  const rows = samples.map(rowOfSample).sort(inOrderOfKey);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await knex<DbUsageSampleRow>('usage_samples')
      .insert(rows.slice(start, start + ROWS_AT_ONCE))
      .onConflict(['cluster', 'namespace', 'tenant', 'at'])
      .merge(
        Object.fromEntries(AMOUNTS.map(name => [name, higher(knex, name)])),
      );
  }
}

/** Null is what is not known: anything is higher. */
function higher(knex: Knex, column: (typeof AMOUNTS)[number]): Knex.Raw {
  const is = `usage_samples.${column}`;
  const told = `excluded.${column}`;
  return knex.raw(
    `case when ${is} is null or ${told} > ${is} then ${told} else ${is} end`,
  );
}

function inOrderOfKey(one: DbUsageSampleRow, other: DbUsageSampleRow): number {
  const keyOf = ({ cluster, namespace, tenant, at }: DbUsageSampleRow) =>
    [cluster, namespace, tenant, at].join('\n');
  return keyOf(one) < keyOf(other) ? -1 : 1;
}
