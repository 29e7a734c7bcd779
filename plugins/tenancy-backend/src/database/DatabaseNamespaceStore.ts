import { applyRowFilter, type RowFilter } from '@caas/contract-node';
import type { Knex } from 'knex';
import type { ClaimedNamespace, NamespaceRecord } from '../domain/namespace';
import type { QuotaKey } from '../domain/quota';
import type { Settlement } from '../domain/settle';
import { namespaceOfRow } from './namespaceRows';
import type { NamespaceStore } from './NamespaceStore';
import { claimDueNamespaces } from './operations/claimDueNamespaces';
import type { DbNamespaceRow } from './tables';

export class DatabaseNamespaceStore implements NamespaceStore {
  static create(options: { knex: Knex }): DatabaseNamespaceStore {
    return new DatabaseNamespaceStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async findByRequest(requestId: string) {
    return this.findWhere({ request_id: requestId });
  }

  async findByName(cluster: string, name: string) {
    return this.findWhere({ cluster, name });
  }

  async listByIds(ids: string[]): Promise<NamespaceRecord[]> {
    const rows = await this.rows().whereIn('id', ids);
    return rows.map(namespaceOfRow);
  }

  async listInQuota({ tenant, cluster, environment }: QuotaKey) {
    const rows = await this.rows()
      .where({ tenant, cluster, environment })
      .orderBy('name');
    return rows.map(namespaceOfRow);
  }

  async list(page: {
    filter: RowFilter;
    tenant?: string;
    limit: number;
    offset: number;
  }) {
    const matching = () => {
      const query = applyRowFilter(this.rows(), page.filter, {
        tenant: 'tenant',
        people: (part, people) => part.whereIn('requester', people),
      });
      return page.tenant === undefined
        ? query
        : query.where('tenant', page.tenant);
    };
    const [{ count }] = await matching().count<
      Array<{ count: number | string }>
    >({ count: '*' });
    const rows: DbNamespaceRow[] = await matching()
      .orderBy(['tenant', 'cluster', 'name'])
      .limit(page.limit)
      .offset(page.offset);
    return { items: rows.map(namespaceOfRow), totalCount: Number(count) };
  }

  async listAll(): Promise<NamespaceRecord[]> {
    const rows = await this.rows().orderBy(['tenant', 'cluster', 'name']);
    return rows.map(namespaceOfRow);
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
        state: settlement.state,
        step: settlement.step,
        message: settlement.message ?? null,
        attempts: settlement.attempts,
        last_error: settlement.lastError ?? null,
        ...(settlement.failureTold === undefined
          ? {}
          : { failure_told: settlement.failureTold }),
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
    return row && namespaceOfRow(row);
  }

  private rows() {
    return this.knex<DbNamespaceRow>('namespaces');
  }
}
