import type { Knex } from 'knex';
import { isSameObject } from '../../domain/applySet';
import type { FoundObject } from '../../domain/SeenObjects';
import { applySetOfRow } from '../applySetRows';
import type { OrphanResult } from '../ApplySetStore';
import type { DbApplySetRow } from '../tables';
import { dueUnlessHeld } from './dueUnlessHeld';

/** As many sets as one query reads. */
const CHUNK = 200;

/**
 * Writes objects into the inventories of their sets where those do not name them, so that the sets delete them; one that was
 * deleted is being deleted again.
 *
 * Each by one conditional update: whoever claims, settles or puts in between changes the ticket, the state or the inventory,
 * and then it has to be looked at again. A worker that holds the set may be about to delete the object, or to note it.
 */
export async function takeInOrphans(
  knex: Knex,
  options: { cluster: string; found: FoundObject[]; now: Date },
): Promise<OrphanResult> {
  const { cluster, found, now } = options;
  const bySet = new Map<string, FoundObject[]>();
  for (const one of found) {
    bySet.set(one.setId, [...(bySet.get(one.setId) ?? []), one]);
  }
  const ids = [...bySet.keys()];
  const result: OrphanResult = { taken: [], held: [] };
  for (let from = 0; from < ids.length; from += CHUNK) {
    const rows: DbApplySetRow[] = await knex<DbApplySetRow>('apply_sets')
      .where({ cluster })
      .whereIn('id', ids.slice(from, from + CHUNK));
    for (const row of rows) {
      const orphans = missingFrom(row, bySet.get(row.id)!);
      if (orphans.length === 0) continue;
      const isTaken = await takeIn(knex, row, orphans, now);
      result[isTaken ? 'taken' : 'held'].push(...orphans);
    }
  }
  return result;
}

function missingFrom(row: DbApplySetRow, found: FoundObject[]): FoundObject[] {
  const { inventory } = applySetOfRow(row);
  return found.filter(
    ({ key }) => !inventory.some(entry => isSameObject(entry, key)),
  );
}

async function takeIn(
  knex: Knex,
  row: DbApplySetRow,
  orphans: FoundObject[],
  now: Date,
): Promise<boolean> {
  const due = dueUnlessHeld(row, now);
  if (due.ticket !== null) return false;
  const { cluster, id, ticket, state, inventory } = row;
  const entries = orphans.map(({ key, uid }) => ({ ...key, uid }));
  const updated = await knex<DbApplySetRow>('apply_sets')
    .where({ cluster, id, ticket, state, inventory })
    .update({
      ...due,
      inventory: JSON.stringify([...JSON.parse(inventory), ...entries]),
      state: state === 'deleted' ? 'deleting' : state,
      updated_at: now.toISOString(),
    });
  return updated === 1;
}
