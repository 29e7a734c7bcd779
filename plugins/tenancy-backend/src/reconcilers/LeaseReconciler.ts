import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { sentenceOf } from '@caas/contract';
import type { ChangeAnnouncer } from '../clients/ChangeAnnouncer';
import type { LeaseStore, LeaseWork } from '../database/LeaseStore';
import type { Clock } from '../domain/Clock';
import { dueRung, leaseChanges, nextRung, type Lease } from '../domain/lease';
import { climb, retryAfterMs, type LadderTools } from './climb';

/** Longer than clusters work on a namespace in one call, with all that is asked besides. */
const LEASE_SECONDS = 120;
/** Few: each may keep a cluster busy for a while, and none is urgent. */
const BATCH = 5;
/** A lease is looked at at least this often, whatever comes next. */
const LOOK_AGAIN_MS = 24 * 60 * 60 * 1000;

type Options = LadderTools & {
  leases: LeaseStore;
  announcer: ChangeAnnouncer;
  /** Tells the desk that a request has moved. */
  progress: { announce(requestId: string): Promise<void> };
  clock: Clock;
  logger: LoggerService;
  /** A namespace has been handed over to be deleted. */
  onDeleting(): void;
};

/**
 * Climbs the ladder of leases: reminds, stops at the end, keeps the manifests after the days of grace, deletes.
 *
 * Words: a *rung* is what comes next (`domain/lease`); a row is *claimed* with a *ticket*, worked on, and *settled* if ticket
 * and step still are its own.
 *
 * Guarantees. Never early: by the clock of the database, and with a tolerance on top of it. Never twice: each rung is
 * written under the lock of the namespace, by one worker. Never somebody else's: clusters compare tenant, set and UID before
 * they touch anything. Never behind a renewal: that takes ticket and step away, and clusters refuse an older step.
 * What something needs is held, says so, and is looked at again every hour. If that cannot be found out, nothing is taken
 * away. An attempt may be repeated after a kill; a person may get the same notification twice then, in the place of the first.
 */
export class LeaseReconciler {
  static create(options: Options): LeaseReconciler {
    return new LeaseReconciler(options);
  }

  private constructor(private readonly options: Options) {}

  /** Works until nothing is due. */
  async run(): Promise<void> {
    const { leases, clock } = this.options;
    for (;;) {
      const claimed = await leases.claimDue({
        now: clock.now(),
        leaseSeconds: LEASE_SECONDS,
        limit: BATCH,
        ticket: randomUUID(),
      });
      if (claimed.length === 0) return;
      await Promise.all(claimed.map(work => this.workOn(work)));
    }
  }

  private async workOn(work: LeaseWork): Promise<void> {
    const { leases, announcer, clock, logger, rules } = this.options;
    const { lease, namespace } = work;
    const rung = dueRung(lease, rules, clock.now());
    try {
      const climbed = rung
        ? await climb(rung, work, this.options, clock.now())
        : {};
      const { life, lookAgainAfterMs } = climbed;
      const isFreed = lease.heldBy.length > 0 && rung !== undefined;
      // What held it before, or kept the cluster from it, does not any more, unless the attempt has just said so.
      const change = isFreed
        ? { heldBy: [], ...climbed.change }
        : climbed.change;
      const now = clock.now();
      const { at } = nextRung({ ...lease, ...change }, rules);
      const soonest = new Date(now.getTime() + (lookAgainAfterMs ?? 0));
      const latest = new Date(now.getTime() + LOOK_AGAIN_MS);
      const nextRunAt = at < soonest ? soonest : at;
      const isWritten = await leases.settle(
        lease,
        {
          change,
          life,
          nextStepAt: nextRunAt,
          nextRunAt: nextRunAt < latest ? nextRunAt : latest,
          attempts: 0,
        },
        now,
      );
      if (!isWritten || !rung) return;
      if (life === 'deleting') this.options.onDeleting();
      if (rung.kind === 'start' && change) await this.announceRenewal(lease);
      if (change || life) await announcer.announce(namespace.tenant);
    } catch (error) {
      const { message } = error as Error;
      if (lease.lastError !== message) {
        logger.warn(
          `The lease of namespace '${namespace.name}' on cluster '${namespace.cluster}' cannot go on: ${message}`,
        );
      }
      const now = clock.now();
      const again = new Date(now.getTime() + retryAfterMs(lease));
      await leases.settle(
        lease,
        {
          // People see why nothing goes on where they look for it.
          change: leaseChanges.hold(
            [
              {
                kind: 'Cluster',
                name: namespace.cluster,
                reason: sentenceOf(error),
              },
            ],
            lease.holdToldAt,
          ),
          nextStepAt: again,
          nextRunAt: again,
          attempts: lease.attempts + 1,
          lastError: message,
        },
        now,
      );
    }
  }

  private async announceRenewal(lease: Lease): Promise<void> {
    const { leases, progress } = this.options;
    const requestId = await leases.findRequestOfStep(lease);
    if (requestId !== undefined) await progress.announce(requestId);
  }
}
