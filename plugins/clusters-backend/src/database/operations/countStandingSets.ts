import type { Knex } from 'knex';
import type { DbApplySetRow } from '../tables';

/** How many apply sets of a cluster may have left something there: all but those that are deleted to the end. */
export async function countStandingSets(
  knex: Knex,
  cluster: string,
): Promise<number> {
  const [{ count }] = await knex<DbApplySetRow>('apply_sets')
    .where({ cluster })
    .whereNot({ state: 'deleted' })
    .count<Array<{ count: number | string }>>({ count: '*' });
  return Number(count);
}
