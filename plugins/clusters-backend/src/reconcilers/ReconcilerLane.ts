import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesClient } from '../clients/KubernetesClient';
import type { ApplySetStore } from '../database/ApplySetStore';
import type { ClaimedApplySet } from '../domain/applySet';
import type { Clock } from '../domain/Clock';
import type { Outcome } from '../domain/outcome';
import type { SeenObjects } from '../domain/SeenObjects';
import { settle } from '../domain/settle';
import { standsAsApplied } from '../domain/standsAsApplied';
import { TicketLostError } from './Hold';
import { LEASE_SECONDS, LeaseHold } from './LeaseHold';
import { reconcileApplySet } from './reconcileApplySet';

/** As many sets as one worker has under way at once on one cluster. */
const BATCH = 10;

type Options = {
  sets: ApplySetStore;
  /** Undefined for clusters that are registered no more. */
  client?: KubernetesClient;
  /** What the view of the cluster shows. */
  seenOn?(): SeenObjects | undefined;
  clusters?: readonly string[];
  clustersExcept?(): Promise<readonly string[]>;
  clock: Clock;
  logger: LoggerService;
  random(): number;
  signal: AbortSignal;
};

/** Works on the sets of one cluster, batch by batch: claim, attempt, settle. */
export class ReconcilerLane {
  private running?: Promise<void>;
  private isWoken = false;

  constructor(private readonly options: Options) {}

  run(): Promise<void> {
    this.isWoken = true;
    this.running ??= this.drain();
    return this.running;
  }

  wake(): void {
    this.run().catch(error =>
      this.options.logger.warn('Apply sets could not be worked on', error),
    );
  }

  private async drain(): Promise<void> {
    try {
      while (this.isWoken && !this.options.signal.aborted) {
        this.isWoken = false;
        if (await this.workOnBatch()) this.isWoken = true;
      }
    } finally {
      // In the same breath as the last look at `isWoken`, so that no wake falls between the two.
      this.running = undefined;
    }
  }

  /** Answers whether there may be more to do at once. */
  private async workOnBatch(): Promise<boolean> {
    const { sets, clock, clusters, clustersExcept } = this.options;
    const claimedAt = clock.now();
    const claimed = await sets.claimDue({
      clusters,
      clustersExcept: await clustersExcept?.(),
      now: claimedAt,
      leaseSeconds: LEASE_SECONDS,
      limit: BATCH,
      ticket: randomUUID(),
    });
    // One that cannot be settled must not leave the others unsettled.
    const results = await Promise.allSettled(
      claimed.map(set => this.workOn(set, claimedAt)),
    );
    const broken = results.find(({ status }) => status === 'rejected');
    if (broken) throw (broken as PromiseRejectedResult).reason;
    const isSuperseded = results.some(
      result => result.status === 'fulfilled' && result.value === 'superseded',
    );
    return claimed.length === BATCH || isSuperseded;
  }

  private async workOn(set: ClaimedApplySet, claimedAt: Date) {
    const { sets, clock, logger, random } = this.options;
    try {
      const outcome = await this.attempt(set, claimedAt);
      const now = clock.now();
      const settlement = settle(set, outcome, now, random());
      const result = await sets.settle(set, settlement, now);
      const isNews = settlement.lastError !== set.lastError;
      if (result === 'settled' && outcome.kind === 'stalled' && isNews) {
        logger.warn(
          `Apply set '${set.id}' on cluster '${set.cluster}' needs a person: ${outcome.message}`,
        );
      }
      return result;
    } catch (error) {
      if (error instanceof TicketLostError) return 'lost';
      throw error;
    }
  }

  private async attempt(
    set: ClaimedApplySet,
    claimedAt: Date,
  ): Promise<Outcome> {
    const { client, sets, clock, signal } = this.options;
    const seen = this.options.seenOn?.();
    if (!client) {
      return {
        kind: 'stalled',
        reason: 'UnknownCluster',
        message: `The portal has no cluster '${set.cluster}' any more: register it again, or delete what stands there by hand`,
        objects: set.objects,
        inventory: set.inventory,
      };
    }
    if (seen && standsAsApplied(set, seen, clock.now())) {
      const { objects, inventory } = set;
      return { kind: 'ready', isSeen: true, objects, inventory };
    }
    const hold = new LeaseHold({ set, claimedAt, sets, clock, signal });
    return reconcileApplySet(set, client, hold);
  }
}
