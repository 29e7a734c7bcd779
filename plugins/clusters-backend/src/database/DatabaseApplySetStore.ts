import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { applyRowFilter, type RowFilter } from '@caas/contract-node';
import type {
  ApplySetInput,
  ApplySetState,
} from '@caas/plugin-clusters-common';
import type { Knex } from 'knex';
import type { ClaimedApplySet, InventoryEntry } from '../domain/applySet';
import type { FoundObject } from '../domain/SeenObjects';
import type { Settlement } from '../domain/settle';
import { applySetOfRow, changeOfRow } from './applySetRows';
import type { ApplySetStore, ChangeBy, ClaimOptions } from './ApplySetStore';
import { claimDueApplySets } from './operations/claimDueApplySets';
import { putApplySet } from './operations/putApplySet';
import { requestDeletion } from './operations/requestDeletion';
import { settleApplySet } from './operations/settleApplySet';
import { takeInOrphans } from './operations/takeInOrphans';
import type { DbApplySetChangeRow, DbApplySetRow } from './tables';

/** States of sets that only wait for their time; a worker may be sent to them earlier. */
const WAKEABLE = ['ready', 'waiting', 'retrying', 'stalled', 'deleting'];

export class DatabaseApplySetStore implements ApplySetStore {
  static create(options: { knex: Knex }): DatabaseApplySetStore {
    return new DatabaseApplySetStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async find(cluster: string, id: string) {
    const row = await this.rows().where({ cluster, id }).first();
    return row && applySetOfRow(row);
  }

  async list(options: {
    filter: RowFilter;
    cluster?: string;
    tenant?: string;
    state?: ApplySetState;
    limit: number;
    offset: number;
  }) {
    const { filter, cluster, tenant, state, limit, offset } = options;
    const matching = () => {
      const query = applyRowFilter(this.rows(), filter, { tenant: 'tenant' });
      if (cluster) query.where({ cluster });
      if (tenant) query.where({ tenant });
      if (state) query.where({ state });
      return query;
    };
    const [{ count }] = await matching().count<
      Array<{ count: number | string }>
    >({ count: '*' });
    const rows: DbApplySetRow[] = await matching()
      .orderBy(['cluster', 'id'])
      .limit(limit)
      .offset(offset);
    return { items: rows.map(applySetOfRow), totalCount: Number(count) };
  }

  async listChanges(options: {
    cluster: string;
    id: string;
    limit: number;
    offset: number;
  }) {
    const { cluster, id, limit, offset } = options;
    const changes = () =>
      this.knex<DbApplySetChangeRow>('apply_set_changes').where({
        cluster,
        apply_set_id: id,
      });
    const [{ count }] = await changes().count<
      Array<{ count: number | string }>
    >({ count: '*' });
    const rows: DbApplySetChangeRow[] = await changes()
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'generation', order: 'desc' },
        { column: 'id' },
      ])
      .limit(limit)
      .offset(offset);
    return { items: rows.map(changeOfRow), totalCount: Number(count) };
  }

  async put(input: ApplySetInput, by: ChangeBy) {
    try {
      return await putApplySet(this.knex, input, by);
    } catch (error) {
      if (!isDatabaseConflictError(error)) throw error;
      throw new ConflictError(
        `The apply set '${input.id}' was put twice at once: send it again`,
      );
    }
  }

  requestDeletion(
    set: { cluster: string; id: string; reason: string },
    by: ChangeBy,
  ) {
    return requestDeletion(this.knex, set, by);
  }

  claimDue(options: ClaimOptions) {
    return claimDueApplySets(this.knex, options);
  }

  async recordInventory(claimed: ClaimedApplySet, inventory: InventoryEntry[]) {
    const updated = await this.held(claimed).update({
      inventory: JSON.stringify(inventory),
    });
    return updated === 1;
  }

  async renewLease(
    claimed: ClaimedApplySet,
    { now, leaseSeconds }: { now: Date; leaseSeconds: number },
  ) {
    const end = new Date(now.getTime() + leaseSeconds * 1000);
    const updated = await this.held(claimed).update({
      next_run_at: end.toISOString(),
    });
    return updated === 1;
  }

  settle(claimed: ClaimedApplySet, settlement: Settlement, now: Date) {
    return settleApplySet(this.knex, claimed, settlement, now);
  }

  takeInOrphans(options: { cluster: string; found: FoundObject[]; now: Date }) {
    return takeInOrphans(this.knex, options);
  }

  async makeDue(options: { cluster: string; id?: string; now: Date }) {
    const { cluster, id, now } = options;
    const at = now.toISOString();
    const query = this.rows()
      .where({ cluster, ticket: null })
      .where('next_run_at', '>', at);
    if (id) query.where({ id }).whereIn('state', WAKEABLE);
    else query.whereIn('state', ['retrying', 'deleting']);
    const woken = await query.update({ next_run_at: at });
    if (woken > 0 || !id) return;
    // Whoever holds it may have looked before.
    await this.rows()
      .where({ cluster, id })
      .whereNotNull('ticket')
      .update({ touched_at: at });
  }

  private rows() {
    return this.knex<DbApplySetRow>('apply_sets');
  }

  private held({ cluster, id, ticket }: ClaimedApplySet) {
    return this.rows().where({ cluster, id, ticket });
  }
}
