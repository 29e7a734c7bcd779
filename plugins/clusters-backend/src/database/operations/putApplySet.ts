import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { ApplySetInput } from '@caas/plugin-clusters-common';
import type { Knex } from 'knex';
import type { ApplySetRecord } from '../../domain/applySet';
import { applySetOfRow } from '../applySetRows';
import type { ChangeBy } from '../ApplySetStore';
import { lockRow } from '@caas/database-node';
import type { DbApplySetChangeRow, DbApplySetRow } from '../tables';
import { dueUnlessHeld } from './dueUnlessHeld';

/**
 * Records what an owner wants of a set.
 *
 * Two puts at once: the row is locked (PostgreSQL) or the file is (SQLite), so the second sees what the first wrote, and
 * the generation decides. Two first puts at once: the primary key lets one in, and the other fails with a conflict and is
 * sent again by its owner. A worker that holds the row keeps it: what it does to the cluster must end before somebody
 * else begins. When it settles, the generation tells it that its work is superseded.
 */
export async function putApplySet(
  knex: Knex,
  input: ApplySetInput,
  { actor, now }: ChangeBy,
): Promise<ApplySetRecord> {
  const { cluster, id, tenant, generation, reason } = input;
  const desired = JSON.stringify(input.objects);
  const at = now.toISOString();
  return knex.transaction(async tx => {
    const before = await lockRow<DbApplySetRow>(tx, 'apply_sets', {
      cluster,
      id,
    });

    if (before) {
      if (before.owner !== actor || before.tenant !== tenant) {
        throw new NotAllowedError(
          `The apply set '${id}' on cluster '${cluster}' belongs to '${before.owner}' for the tenant '${before.tenant}'`,
        );
      }
      const stored = Number(before.generation);
      if (['deleting', 'deleted'].includes(before.state)) {
        throw new ConflictError(
          `The apply set '${id}' on cluster '${cluster}' is ${before.state === 'deleted' ? 'deleted' : 'being deleted'}: choose another id`,
        );
      }
      const isSame = isDeepStrictEqual(
        JSON.parse(desired),
        JSON.parse(before.desired),
      );
      if (generation === stored && isSame) return applySetOfRow(before);
      if (generation === stored) {
        throw new ConflictError(
          `Generation ${generation} of the apply set '${id}' on cluster '${cluster}' is stored with other objects: send these as generation ${stored + 1}`,
        );
      }
      if (generation < stored) {
        throw new ConflictError(
          `Generation ${generation} of the apply set '${id}' on cluster '${cluster}' is older than the stored generation ${stored}`,
        );
      }
    }

    const wanted = {
      generation,
      desired,
      reason,
      state: 'pending',
      attempts: 0,
      last_error: null,
      updated_at: at,
    };
    if (before) {
      await tx<DbApplySetRow>('apply_sets')
        .where({ cluster, id })
        .update({ ...wanted, ...dueUnlessHeld(before, now) });
    } else {
      await tx<DbApplySetRow>('apply_sets').insert({
        ...wanted,
        next_run_at: at,
        ticket: null,
        cluster,
        id,
        owner: actor,
        tenant,
        observed_generation: 0,
        inventory: '[]',
        objects: '[]',
        conditions: '[]',
        created_at: at,
      });
    }
    await tx<DbApplySetChangeRow>('apply_set_changes').insert({
      id: randomUUID(),
      cluster,
      apply_set_id: id,
      actor,
      verb: 'put',
      generation,
      reason,
      at,
    });
    const after = await tx<DbApplySetRow>('apply_sets')
      .where({ cluster, id })
      .first();
    return applySetOfRow(after!);
  });
}
