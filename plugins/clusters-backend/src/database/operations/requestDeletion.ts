import { randomUUID } from 'node:crypto';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ApplySetRecord } from '../../domain/applySet';
import { applySetOfRow } from '../applySetRows';
import type { ChangeBy } from '../ApplySetStore';
import { lockRow } from '@caas/database-node';
import type { DbApplySetChangeRow, DbApplySetRow } from '../tables';
import { dueUnlessHeld } from './dueUnlessHeld';

/**
 * Records that the owner wants the objects of a set gone. Asking twice changes nothing.
 *
 * A worker that is applying the set keeps it until it settles: an object that it created after somebody else had looked
 * for it would stay for ever.
 */
export async function requestDeletion(
  knex: Knex,
  set: { cluster: string; id: string; reason: string },
  { actor, now }: ChangeBy,
): Promise<ApplySetRecord> {
  const { cluster, id, reason } = set;
  const at = now.toISOString();
  return knex.transaction(async tx => {
    const row = await lockRow<DbApplySetRow>(tx, 'apply_sets', { cluster, id });
    if (!row) {
      throw new NotFoundError(
        `There is no apply set '${id}' on cluster '${cluster}'`,
      );
    }
    if (row.owner !== actor) {
      throw new NotAllowedError(
        `The apply set '${id}' on cluster '${cluster}' belongs to '${row.owner}'`,
      );
    }
    if (['deleting', 'deleted'].includes(row.state)) return applySetOfRow(row);
    await tx<DbApplySetRow>('apply_sets')
      .where({ cluster, id })
      .update({
        state: 'deleting',
        reason,
        attempts: 0,
        last_error: null,
        updated_at: at,
        ...dueUnlessHeld(row, now),
      });
    await tx<DbApplySetChangeRow>('apply_set_changes').insert({
      id: randomUUID(),
      cluster,
      apply_set_id: id,
      actor,
      verb: 'delete',
      generation: row.generation,
      reason,
      at,
    });
    return { ...applySetOfRow(row), state: 'deleting', reason };
  });
}
