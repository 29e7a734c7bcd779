import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { withChinese, type Bilingual } from '@caas/contract';
import type { Knex } from 'knex';
import type { ClaimedDrain, DrainSettlement } from '../domain/drain';
import { drainOfRow, type DbNodeDrainRow } from './nodeDrainRows';
import type { NewDrain, NodeDrainStore } from './NodeDrainStore';
import { cancelNodeDrain } from './operations/cancelNodeDrain';
import { claimDueNodeDrains } from './operations/claimDueNodeDrains';

const OPEN = ['pending', 'draining', 'cancelling'];
const NOT_BEGUN: Bilingual = {
  'zh-CN': '尚未开始',
  en: 'Nobody has begun yet',
};

export class DatabaseNodeDrainStore implements NodeDrainStore {
  static create(options: { knex: Knex }): DatabaseNodeDrainStore {
    return new DatabaseNodeDrainStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async find(cluster: string, id: string) {
    const row = await this.rows().where({ cluster, id }).first();
    return row && drainOfRow(row);
  }

  async findOpen(cluster: string, node: string) {
    const row = await this.rows()
      .where({ cluster, node })
      .whereIn('state', OPEN)
      .first();
    return row && drainOfRow(row);
  }

  async list(options: {
    cluster: string;
    node?: string;
    limit: number;
    offset: number;
  }) {
    const { cluster, node, limit, offset } = options;
    const matching = () =>
      this.rows().where({ cluster, ...(node && { node }) });
    const [{ count }] = await matching().count<
      Array<{ count: number | string }>
    >({ count: '*' });
    const rows: DbNodeDrainRow[] = await matching()
      .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }])
      .limit(limit)
      .offset(offset);
    return { items: rows.map(drainOfRow), totalCount: Number(count) };
  }

  async start(drain: NewDrain) {
    const { id, cluster, node, options, reason, requestedBy, now } = drain;
    const row: DbNodeDrainRow = {
      id,
      cluster,
      node,
      state: 'pending',
      message: JSON.stringify(NOT_BEGUN),
      options: JSON.stringify(options),
      reason,
      requested_by: requestedBy,
      cancelled_by: null,
      uncordon: false,
      pods: '[]',
      attempts: 0,
      last_error: null,
      next_run_at: now.toISOString(),
      ticket: null,
      created_at: now.toISOString(),
      deadline_at: new Date(
        now.getTime() + options.timeoutSeconds * 1000,
      ).toISOString(),
      finished_at: null,
    };
    try {
      await this.rows().insert(row);
    } catch (error) {
      if (!isDatabaseConflictError(error)) throw error;
      throw withChinese(
        new ConflictError(
          `Node '${node}' of cluster '${cluster}' is being drained already: look at that drain, or cancel it first`,
        ),
        `集群“${cluster}”的节点“${node}”正在排空。请查看该排空，或先取消它`,
      );
    }
    return drainOfRow(row);
  }

  cancel(
    drain: { cluster: string; id: string; uncordon: boolean },
    by: { actor: string; now: Date },
  ) {
    return cancelNodeDrain(this.knex, drain, by);
  }

  claimDue(options: Parameters<NodeDrainStore['claimDue']>[0]) {
    return claimDueNodeDrains(this.knex, options);
  }

  async renewLease(
    claimed: ClaimedDrain,
    { now, leaseSeconds }: { now: Date; leaseSeconds: number },
  ) {
    const end = new Date(now.getTime() + leaseSeconds * 1000);
    const { state } = claimed;
    const updated = await this.held(claimed)
      .where({ state })
      .update({ next_run_at: end.toISOString() });
    return updated === 1;
  }

  /** Two conditional updates, each atomic: a cancel that commits between the two leaves the ticket alone. */
  async settle(claimed: ClaimedDrain, settlement: DrainSettlement, now: Date) {
    const pods = JSON.stringify(settlement.pods);
    const settled = await this.held(claimed)
      .where({ state: claimed.state })
      .update({
        state: settlement.state,
        message: JSON.stringify(settlement.message),
        pods,
        attempts: settlement.attempts,
        last_error: settlement.lastError ?? null,
        finished_at: settlement.finishedAt?.toISOString() ?? null,
        next_run_at: settlement.nextRunAt.toISOString(),
        ticket: null,
      });
    if (settled === 1) return 'settled';
    const handedOn = await this.held(claimed).update({
      pods,
      ticket: null,
      next_run_at: now.toISOString(),
    });
    return handedOn === 1 ? 'superseded' : 'lost';
  }

  private rows() {
    return this.knex<DbNodeDrainRow>('node_drains');
  }

  private held({ cluster, id, ticket }: ClaimedDrain) {
    return this.rows().where({ cluster, id, ticket });
  }
}
