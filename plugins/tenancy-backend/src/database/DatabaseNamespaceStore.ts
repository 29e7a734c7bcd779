import { applyRowFilter, type RowFilter } from '@caas/contract-node';
import type { Knex } from 'knex';
import type { ClaimedNamespace, NamespaceRecord } from '../domain/namespace';
import type { QuotaKey } from '../domain/quota';
import type { Settlement } from '../domain/settle';
import type { DbLeaseRow } from './leaseTables';
import { namespaceOfRow } from './namespaceRows';
import type { NamespaceStore } from './NamespaceStore';
import {
  beginDeletion,
  cancelDeletion,
  type Deletion,
} from './operations/beginDeletion';
import { claimDueNamespaces } from './operations/claimDueNamespaces';
import { recordDeleted } from './operations/recordDeleted';
import type { DbAllocationRow, DbNamespaceRow } from './tables';

/** As many ids as every database takes in one statement. */
const LEASES_AT_ONCE = 500;

export class DatabaseNamespaceStore implements NamespaceStore {
  static create(options: { knex: Knex }): DatabaseNamespaceStore {
    return new DatabaseNamespaceStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async findByRequest(requestId: string) {
    return this.findWhere({ request_id: requestId });
  }

  async find(id: string) {
    return this.findWhere({ id });
  }

  async findByName(cluster: string, name: string) {
    const row = await this.held().where({ cluster, name }).first();
    return row && (await this.withLeases([row]))[0];
  }

  async listByIds(ids: string[]): Promise<NamespaceRecord[]> {
    return this.withLeases(await this.rows().whereIn('id', ids));
  }

  async listInQuota({ tenant, cluster, environment }: QuotaKey) {
    const rows = await this.held()
      .where({ tenant, cluster, environment })
      .orderBy('name');
    return this.withLeases(rows);
  }

  async list(page: {
    filter: RowFilter;
    tenant?: string;
    shows?: 'held' | 'deleted';
    leaseEndsBy?: string;
    limit: number;
    offset: number;
  }) {
    const matching = () => {
      const rows =
        page.shows === 'deleted'
          ? this.rows().where('life', 'deleted')
          : this.held();
      const query = applyRowFilter(rows, page.filter, {
        tenant: 'tenant',
        people: (part, people) => part.whereIn('requester', people),
      });
      if (page.tenant !== undefined) query.where('tenant', page.tenant);
      if (page.leaseEndsBy !== undefined) {
        query.whereIn('id', this.overBy(page.leaseEndsBy));
      }
      return query;
    };
    const [{ count }] = await matching().count<
      Array<{ count: number | string }>
    >({ count: '*' });
    const sorted =
      page.leaseEndsBy === undefined
        ? matching()
        : matching().orderBy(this.endsOfLeases());
    const rows: DbNamespaceRow[] = await sorted
      // By id too, so that the order is total where names are taken again.
      .orderBy(['tenant', 'cluster', 'name', 'id'])
      .limit(page.limit)
      .offset(page.offset);
    const items = await this.withLeases(rows);
    return { items, totalCount: Number(count) };
  }

  async listAll(): Promise<NamespaceRecord[]> {
    const rows = await this.held().orderBy(['tenant', 'cluster', 'name']);
    return this.withLeases(rows);
  }

  async listRequestsUnderWay({
    id,
    readyGeneration,
    deleteRequestId,
  }: Pick<NamespaceRecord, 'id' | 'readyGeneration' | 'deleteRequestId'>) {
    const changes = await this.knex<DbAllocationRow>('allocations')
      .where('namespace_id', id)
      .where('generation', '>', readyGeneration)
      .whereNull('ended_at')
      .orderBy('generation');
    const requests = changes.map(({ request_id: requestId }) => requestId);
    return deleteRequestId === undefined
      ? requests
      : [...requests, deleteRequestId];
  }

  claimDue(options: {
    now: Date;
    leaseSeconds: number;
    limit: number;
    ticket: string;
  }): Promise<ClaimedNamespace[]> {
    return claimDueNamespaces(this.knex, options);
  }

  async settle(
    claimed: Pick<ClaimedNamespace, 'id' | 'ticket'>,
    settlement: Settlement,
    now: Date,
  ): Promise<boolean> {
    const changed = await this.rows()
      .where({ id: claimed.id, ticket: claimed.ticket })
      .update({
        ...(isOfObjects(settlement.state) ? { state: settlement.state } : {}),
        step: settlement.step,
        message: settlement.message ? JSON.stringify(settlement.message) : null,
        attempts: settlement.attempts,
        last_error: settlement.lastError ?? null,
        ...(settlement.failureTold === undefined
          ? {}
          : { failure_told: settlement.failureTold }),
        ...(settlement.readyGeneration === undefined
          ? {}
          : { ready_generation: settlement.readyGeneration }),
        next_run_at: settlement.nextRunAt.toISOString(),
        ticket: null,
        updated_at: now.toISOString(),
      });
    return changed > 0;
  }

  async tellFailure(id: string): Promise<boolean> {
    const changed = await this.rows()
      .where({ id, state: 'failed', failure_told: false })
      .update({ failure_told: true });
    return changed > 0;
  }

  async restart(id: string, now: Date): Promise<void> {
    await this.rows()
      .where({ id, state: 'failed', failure_told: true })
      .update({
        state: 'provisioning',
        step: 'apply',
        message: null,
        generation: this.knex.raw('generation + 1'),
        failure_told: false,
        attempts: 0,
        last_error: null,
        ticket: null,
        next_run_at: now.toISOString(),
        updated_at: now.toISOString(),
      });
  }

  private async findWhere(where: Partial<DbNamespaceRow>) {
    const row = await this.rows().where(where).first();
    return row && (await this.withLeases([row]))[0];
  }

  recordDeleted(claimed: ClaimedNamespace, now: Date) {
    return recordDeleted(this.knex, claimed, now.toISOString());
  }

  beginDeletion(deletion: Deletion, now: Date) {
    return beginDeletion(this.knex, deletion, now.toISOString());
  }

  cancelDeletion(deletion: Deletion, now: Date) {
    return cancelDeletion(this.knex, deletion, now.toISOString());
  }

  /** With their leases, in one more query however many there are. */
  private async withLeases(rows: DbNamespaceRow[]): Promise<NamespaceRecord[]> {
    if (rows.length === 0) return [];
    const leases = new Map<string, DbLeaseRow>();
    for (let from = 0; from < rows.length; from += LEASES_AT_ONCE) {
      const some = rows.slice(from, from + LEASES_AT_ONCE);
      const found = await this.knex<DbLeaseRow>('leases').whereIn(
        'namespace_id',
        some.map(({ id }) => id),
      );
      for (const lease of found) leases.set(lease.namespace_id, lease);
    }
    return rows.map(row => namespaceOfRow(row, leases.get(row.id)));
  }

  /** As the table has it: UTC with milliseconds, so that instants compare as text. */
  private overBy(instant: string) {
    return this.knex<DbLeaseRow>('leases')
      .where('until', '<=', new Date(instant).toISOString())
      .select('namespace_id');
  }

  private endsOfLeases() {
    return this.knex<DbLeaseRow>('leases')
      .where('namespace_id', this.knex.ref('namespaces.id'))
      .select('until');
  }

  /** Those that are not deleted: the others are history. */
  private held() {
    return this.rows().whereNot('life', 'deleted');
  }

  private rows() {
    return this.knex<DbNamespaceRow>('namespaces');
  }
}

/** Whether a state is about the objects of a namespace, and not about its life. */
function isOfObjects(
  state: NamespaceRecord['state'],
): state is DbNamespaceRow['state'] {
  return ['provisioning', 'ready', 'failed'].includes(state);
}
