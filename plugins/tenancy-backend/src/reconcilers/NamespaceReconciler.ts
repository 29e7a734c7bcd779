import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ChangeAnnouncer } from '../clients/ChangeAnnouncer';
import type { ClustersClient } from '../clients/ClustersClient';
import type { NamespaceExportStore } from '../database/NamespaceExportStore';
import type { NamespaceStore } from '../database/NamespaceStore';
import type { Clock } from '../domain/Clock';
import type { ClaimedNamespace } from '../domain/namespace';
import { settle } from '../domain/settle';
import { reconcileDeletion } from './reconcileDeletion';
import { reconcileNamespace } from './reconcileNamespace';

/** Longer than the two calls of an attempt may take, and short enough that nobody waits long after a kill. */
const LEASE_SECONDS = 15;
/** As many as one worker finishes well within the lease: they run side by side. */
const BATCH = 10;

type Options = {
  namespaces: NamespaceStore;
  clusters: ClustersClient;
  exports: NamespaceExportStore;
  announcer: ChangeAnnouncer;
  /** Tells the desk that a request has moved. */
  progress: { announce(requestId: string): Promise<void> };
  clock: Clock;
  logger: LoggerService;
};

/**
 * Brings namespaces that are due to what is wanted.
 *
 * Words: a row is *due* when `next_run_at` has passed; to *claim* it moves that time to the end of a *lease* and
 * writes a *ticket*; to *settle* it writes how the attempt ended, if the ticket is still its own.
 *
 * Guarantees: every namespace is attempted until it is ready, by at most one worker per lease; an attempt may be
 * repeated (a worker killed after its put and before its settle), and repeating changes nothing. A worker that is
 * slower than its lease loses its ticket, and what it would write is dropped: its successor has read the world later.
 *
 * Nothing lives in memory: several replicas share the work, and each survives a kill at any instruction.
 */
export class NamespaceReconciler {
  static create(options: Options): NamespaceReconciler {
    return new NamespaceReconciler(options);
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
      this.options.logger.warn('Namespaces could not be worked on', error),
    );
  }

  private async drain(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false;
      if (await this.workOnBatch()) this.isWoken = true;
    }
  }

  private async workOnBatch(): Promise<boolean> {
    const { namespaces, clock } = this.options;
    const claimed = await namespaces.claimDue({
      now: clock.now(),
      leaseSeconds: LEASE_SECONDS,
      limit: BATCH,
      ticket: randomUUID(),
    });
    await Promise.all(claimed.map(namespace => this.workOn(namespace)));
    return claimed.length === BATCH;
  }

  private async workOn(before: ClaimedNamespace): Promise<void> {
    const { namespaces, clusters, clock, logger } = this.options;
    const outcome =
      before.life === 'deleting'
        ? await reconcileDeletion(before, this.options)
        : await reconcileNamespace(before, clusters);
    const now = clock.now();
    if (outcome.kind === 'gone') {
      if (await namespaces.recordDeleted(before, now)) {
        await this.announce(before);
      }
      return;
    }
    const after = settle(before, outcome, now);
    if (!(await namespaces.settle(before, after, now))) return;

    if (outcome.kind === 'stalled' && before.state !== 'failed') {
      logger.warn(
        `Namespace '${before.name}' on cluster '${before.cluster}' needs a person: ${outcome.message.en}`,
      );
    }
    const hasChanged =
      after.state !== before.state ||
      after.step !== before.step ||
      after.message?.en !== before.message?.en;
    if (hasChanged) await this.announce(before);
  }

  private async announce(changed: ClaimedNamespace): Promise<void> {
    const { namespaces, announcer, progress } = this.options;
    for (const requestId of await namespaces.listRequestsUnderWay(changed)) {
      await progress.announce(requestId);
    }
    await announcer.announce(changed.tenant);
  }
}
