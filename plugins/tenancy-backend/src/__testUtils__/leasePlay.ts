import { mockServices } from '@backstage/backend-test-utils';
import { FakeClustersClient } from '../clients/FakeClustersClient';
import type { LeaseStore } from '../database/LeaseStore';
import { NEVER } from '../database/leaseTables';
import { CLOCK_TOLERANCE_MS } from '../domain/lease';
import { LeaseReconciler } from '../reconcilers/LeaseReconciler';
import { NamespaceReconciler } from '../reconcilers/NamespaceReconciler';
import { newNamespace, NOW, type Stores } from './stores';

export const DAY_MS = 24 * 60 * 60 * 1000;
const RULES = { reminderDays: [14, 7, 1], graceDays: 7 };
const SMALL = {
  cpuMillicores: 100,
  memoryBytes: 2 ** 26,
  storageBytes: 0,
  pods: 1,
  persistentVolumeClaims: 0,
};

/** What may happen around a lease, in any order. */
export type LeaseEvent =
  | { kind: 'pass'; minutes: number }
  | { kind: 'run'; replicas: ('fast' | 'slow')[] }
  | { kind: 'renew'; days: number; whileRunning: boolean }
  | { kind: 'kill' }
  | { kind: 'delete' };

class Killed extends Error {
  override name = 'Killed';
}

let count = 0;

/**
 * One namespace with a lease, two replicas whose clocks differ by as much as is tolerated, and what is promised of it.
 *
 * The play keeps its own books, from what was committed and what clusters were asked, and compares: nothing of the ladder
 * under test is used to say what is right.
 */
export class LeasePlay {
  readonly clusters = new FakeClustersClient();
  private readonly requestId = `lease-${(count += 1)}`;
  private trueNow = NOW;
  private namespaceId = '';
  private name = '';
  /** End of the lease from a step on, as renewals committed it. */
  private readonly ends: { step: number; until: Date }[] = [];
  private renewals = 0;
  private isDying = false;
  private isDeletedByRequest = false;
  private stoppedAt?: Date;
  private renewOnStop?: number;
  readonly broken: string[] = [];
  private readonly workers: Record<'fast' | 'slow', LeaseReconciler>;
  private readonly objects: NamespaceReconciler;

  constructor(private readonly stores: Stores) {
    const skewed = (milliseconds: number) => ({
      now: () => new Date(this.trueNow.getTime() + milliseconds),
    });
    const create = (clock: { now(): Date }) =>
      LeaseReconciler.create({
        ...stores,
        leases: this.mortal(stores.leases),
        clusters: this.clusters,
        dependants: { list: async () => [] },
        notifier: { tell: async () => {} },
        rules: RULES,
        announcer: { announce: async () => {} },
        progress: { announce: async () => {} },
        clock,
        logger: mockServices.logger.mock(),
        onDeleting: () => {},
      });
    this.workers = {
      fast: create(skewed(CLOCK_TOLERANCE_MS)),
      slow: create(skewed(-CLOCK_TOLERANCE_MS)),
    };
    this.objects = NamespaceReconciler.create({
      ...stores,
      clusters: this.clusters,
      announcer: { announce: async () => {} },
      progress: { announce: async () => {} },
      clock: skewed(0),
      logger: mockServices.logger.mock(),
    });
    this.clusters.lifecycle.before = (verb, { generation }) =>
      this.onLifecycle(verb, generation);
  }

  async begin(): Promise<void> {
    const until = new Date(NOW.getTime() + 2 * DAY_MS);
    const { id, name } = await this.stores.ledger.allocate(
      newNamespace(this.requestId, { resources: SMALL, leaseUntil: until }),
      NOW,
    );
    this.namespaceId = id;
    this.name = name;
    this.ends.push({ step: 1, until });
    await this.objects.run();
  }

  async take(event: LeaseEvent): Promise<void> {
    switch (event.kind) {
      case 'pass':
        this.trueNow = new Date(
          this.trueNow.getTime() + event.minutes * 60_000,
        );
        break;
      case 'run':
        await this.run(event.replicas);
        break;
      case 'renew':
        if (event.whileRunning) this.renewOnStop = event.days;
        else await this.renew(event.days);
        break;
      case 'kill':
        this.isDying = true;
        break;
      default:
        await this.delete();
    }
  }

  /** Lets everything that was begun come to its end, and says what is not as promised. */
  async finish(): Promise<string[]> {
    this.isDying = false;
    this.renewOnStop = undefined;
    for (let round = 0; round < 6; round += 1) {
      this.trueNow = new Date(this.trueNow.getTime() + 130_000);
      await this.run(['fast', 'slow']);
      await this.objects.run();
    }
    const { namespaces, leases, knex, exports } = this.stores;
    const namespace = (await namespaces.find(this.namespaceId))!;
    const lease = (await leases.find(this.namespaceId))!;
    const { calls, standing } = this.clusters.lifecycle;
    const deletions = calls.filter(call => call === `delete ${this.name}`);
    const foreign = calls.filter(call => !call.endsWith(` ${this.name}`));
    if (foreign.length > 0) this.broken.push(`foreign: ${foreign.join()}`);
    if (deletions.length > 1) this.broken.push('deleted twice');
    const isDeleted = namespace.life === 'deleted';
    if (isDeleted !== (deletions.length === 1)) {
      this.broken.push(
        `is ${namespace.life} after ${deletions.length} deletions`,
      );
    }
    if (isDeleted && (await exports.list(namespace.id)).length === 0) {
      this.broken.push('deleted without an export');
    }
    const [found] = standing.values();
    // Within the tolerance after the end a fast replica has stopped it, and a slow one has not: both are right.
    const isOver = lease.until <= this.trueNow;
    if (!isDeleted && !isOver && found?.isStopped) {
      this.broken.push('renewed, and not running again');
    }
    const lines = await knex('allocations')
      .where({ namespace_id: namespace.id })
      .whereNull('ended_at');
    if (lines.length !== (isDeleted ? 0 : 1)) {
      this.broken.push(`${lines.length} lines of the ledger count`);
    }
    // The next play must not meet this one's rows.
    for (const [table, column] of [
      ['leases', 'namespace_id'],
      ['namespaces', 'id'],
    ]) {
      await knex(table)
        .where(column, namespace.id)
        .update({ next_run_at: NEVER });
    }
    return this.broken;
  }

  private async run(replicas: ('fast' | 'slow')[]): Promise<void> {
    const ended = await Promise.allSettled(
      replicas.map(replica => this.workers[replica].run()),
    );
    for (const each of ended) {
      if (each.status === 'rejected' && each.reason.name !== 'Killed') {
        throw each.reason;
      }
    }
    this.isDying = false;
    const isDeleting =
      (await this.stores.namespaces.find(this.namespaceId))?.life ===
      'deleting';
    if (!isDeleting) return;
    this.assertMayDelete();
    await this.objects.run();
  }

  private async renew(days: number): Promise<void> {
    this.renewals += 1;
    const until = new Date(this.trueNow.getTime() + days * DAY_MS);
    try {
      const { step } = await this.stores.leases.renew(
        {
          requestId: `${this.requestId}-${this.renewals}`,
          namespaceId: this.namespaceId,
          until,
        },
        this.trueNow,
      );
      this.ends.push({ step, until });
      this.stoppedAt = undefined;
    } catch (error) {
      if ((error as Error).name !== 'ConflictError') throw error;
    }
  }

  private async delete(): Promise<void> {
    try {
      await this.stores.namespaces.beginDeletion(
        {
          requestId: `${this.requestId}-delete`,
          namespaceId: this.namespaceId,
        },
        this.trueNow,
      );
      this.isDeletedByRequest = true;
    } catch (error) {
      if ((error as Error).name !== 'ConflictError') throw error;
    }
    await this.objects.run();
  }

  /** A stop belongs to the lease that was over when it was decided: the last one before its step. */
  private async onLifecycle(verb: 'stop' | 'start', step: number) {
    if (verb === 'start') return;
    const end = this.ends.filter(each => each.step < step).at(-1)!;
    if (this.trueNow < end.until)
      this.broken.push(`step ${step} stopped early`);
    this.stoppedAt ??= this.trueNow;
    const days = this.renewOnStop;
    this.renewOnStop = undefined;
    if (days !== undefined) await this.renew(days);
  }

  private assertMayDelete(): void {
    if (this.isDeletedByRequest) return;
    const { until } = this.ends.at(-1)!;
    if (this.trueNow < until) this.broken.push('deleted before its end');
    const grace =
      this.trueNow.getTime() - (this.stoppedAt ?? this.trueNow).getTime();
    // Replicas that stop and delete may differ by twice the tolerance.
    if (grace < RULES.graceDays * DAY_MS - CLOCK_TOLERANCE_MS) {
      this.broken.push('deleted within the days of grace');
    }
  }

  /** A store whose worker dies at its next settle, if it is dying: nothing is written, and nobody else is told. */
  private mortal(leases: LeaseStore): LeaseStore {
    return new Proxy(leases, {
      get: (target, key) => {
        const value = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (key === 'settle' && this.isDying) throw new Killed();
          return value.apply(target, args);
        };
      },
    });
  }
}
