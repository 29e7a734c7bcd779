import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesClient } from '../clients/KubernetesClient';
import type { ApplySetStore } from '../database/ApplySetStore';
import type { ClaimedApplySet } from '../domain/applySet';
import type { Clock } from '../domain/Clock';
import type { Outcome } from '../domain/outcome';
import { settle } from '../domain/settle';
import { reconcileApplySet, TicketLostError } from './reconcileApplySet';

/** Longer than an attempt on a slow cluster takes, and short enough that nobody waits long after a kill. */
const LEASE_SECONDS = 15;
/** As many as one worker has under way at once. */
const BATCH = 10;

type Options = {
  sets: ApplySetStore;
  /** The client of a cluster; undefined when the configuration does not name it any more. */
  clientFor(cluster: string): KubernetesClient | undefined;
  clock: Clock;
  logger: LoggerService;
  random(): number;
};

/**
 * Brings clusters to what the apply sets want.
 *
 * Words: a set is *due* when `next_run_at` has passed; to *claim* it moves that time to the end of a *lease* and writes a
 * *ticket*; to *settle* it writes how the attempt ended, if the ticket is still its own.
 *
 * Guarantees: every set is attempted until it is ready, and again from time to time, so that what somebody changes on the
 * cluster is put back; by at most one worker per lease. An attempt may be repeated (a worker killed before its settle),
 * and repeating changes nothing. A worker that is slower than its lease may repeat what its successor does, which is the
 * same; what it would settle is dropped.
 *
 * Nothing lives in memory: several replicas share the work, and each survives a kill at any instruction.
 */
export class ApplySetReconciler {
  static create(options: Options): ApplySetReconciler {
    return new ApplySetReconciler(options);
  }

  private running?: Promise<void>;
  private isWoken = false;

  private constructor(private readonly options: Options) {}

  /** Works until nothing is due. A call during a run makes that run look once more. */
  run(): Promise<void> {
    this.isWoken = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** `run` for somebody who does not wait for it. Whatever goes wrong, the rows stay due. */
  wake(): void {
    this.run().catch(error =>
      this.options.logger.warn('Apply sets could not be worked on', error),
    );
  }

  private async drain(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false;
      if (await this.workOnBatch()) this.isWoken = true;
    }
  }

  private async workOnBatch(): Promise<boolean> {
    const { sets, clock } = this.options;
    const claimed = await sets.claimDue({
      now: clock.now(),
      leaseSeconds: LEASE_SECONDS,
      limit: BATCH,
      ticket: randomUUID(),
    });
    await Promise.all(claimed.map(set => this.workOn(set)));
    return claimed.length === BATCH;
  }

  private async workOn(set: ClaimedApplySet): Promise<void> {
    const { sets, clock, logger, random } = this.options;
    try {
      const outcome = await this.attempt(set);
      const now = clock.now();
      const after = settle(set, outcome, now, random());
      const isSettled = await sets.settle(set, after, now);
      if (isSettled && after.state === 'stalled' && set.state !== 'stalled') {
        logger.warn(
          `Apply set '${set.id}' on cluster '${set.cluster}' needs a person: ${after.lastError}`,
        );
      }
    } catch (error) {
      if (!(error instanceof TicketLostError)) throw error;
    }
  }

  private async attempt(set: ClaimedApplySet): Promise<Outcome> {
    const { sets, clientFor } = this.options;
    const client = clientFor(set.cluster);
    if (!client) {
      return {
        kind: 'stalled',
        reason: 'UnknownCluster',
        message: `The configuration does not name the cluster '${set.cluster}' any more: bring it back, or delete what stands there by hand`,
      };
    }
    return reconcileApplySet(set, client, inventory =>
      sets.recordInventory(set, inventory),
    );
  }
}
