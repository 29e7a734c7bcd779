import { ConflictError, NotFoundError } from '@backstage/errors';
import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import type { DrainRecord } from '../../domain/drain';
import { drainOfRow, type DbNodeDrainRow } from '../nodeDrainRows';

/**
 * Records that a drain shall stop. A worker that holds it keeps its lease, and finds out before its next step; else the
 * row is due at once.
 */
export async function cancelNodeDrain(
  knex: Knex,
  drain: { cluster: string; id: string; uncordon: boolean },
  { actor, now }: { actor: string; now: Date },
): Promise<DrainRecord> {
  const { cluster, id, uncordon } = drain;
  return knex.transaction(async tx => {
    const rows = () => tx<DbNodeDrainRow>('node_drains').where({ cluster, id });
    const query = rows().first();
    if (isPostgres(knex)) query.forUpdate();
    const row = await query;
    if (!row) {
      throw new NotFoundError(`There is no drain '${id}' on '${cluster}'`);
    }
    if (['cancelling', 'cancelled'].includes(row.state)) return drainOfRow(row);
    if (!['pending', 'draining'].includes(row.state)) {
      throw new ConflictError(
        `The drain of node '${row.node}' has ended already: ${row.message}`,
      );
    }
    const at = now.toISOString();
    const isHeld = row.ticket !== null && row.next_run_at > at;
    const change = {
      state: 'cancelling',
      message: 'Somebody wants it stopped',
      cancelled_by: actor,
      uncordon,
      ...(!isHeld && { ticket: null, next_run_at: at }),
    };
    await rows().update(change);
    return drainOfRow({ ...row, ...change });
  });
}
