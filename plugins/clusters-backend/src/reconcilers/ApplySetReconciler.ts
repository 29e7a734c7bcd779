import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesClient } from '../clients/KubernetesClient';
import type { ApplySetStore } from '../database/ApplySetStore';
import type { Clock } from '../domain/Clock';
import { ReconcilerLane } from './ReconcilerLane';

type Options = {
  sets: ApplySetStore;
  /** The clusters that the configuration names, and how to reach them. */
  clients: ReadonlyMap<string, KubernetesClient>;
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
 * cluster is put back; by one worker at a time. A worker renews its lease before each call to the cluster that could
 * outlast it, and stops when it cannot; who puts or deletes a set that is held leaves the lease alone, and the attempt is
 * followed by another at once. So no call of an older attempt reaches the cluster after one of a newer: it could bring
 * back what the newer deleted. Only a process that was paused for half a lease between asking and calling could; what it
 * brings back carries the set's label.
 *
 * An attempt may be repeated (a worker killed before its settle), and repeating changes nothing. Nothing lives in memory:
 * several replicas share the work, and each survives a kill at any instruction.
 *
 * Each cluster has a lane of its own, so that one that hangs holds up nobody else's sets.
 */
export class ApplySetReconciler {
  static create(options: Options): ApplySetReconciler {
    return new ApplySetReconciler(options);
  }

  private readonly lanes: readonly ReconcilerLane[];
  private readonly stopped = new AbortController();

  private constructor({ clients, ...options }: Options) {
    const common = { ...options, signal: this.stopped.signal };
    this.lanes = [
      ...[...clients].map(
        ([cluster, client]) =>
          new ReconcilerLane({ ...common, client, clusters: [cluster] }),
      ),
      // Sets of clusters that left the configuration: they must not seem to be on their way.
      new ReconcilerLane({ ...common, clustersExcept: [...clients.keys()] }),
    ];
  }

  /** Works until nothing is due. A call during a run makes that run look once more. */
  async run(): Promise<void> {
    await Promise.all(this.lanes.map(lane => lane.run()));
  }

  /** `run` for somebody who does not wait for it. Whatever goes wrong, the rows stay due. */
  wake(): void {
    for (const lane of this.lanes) lane.wake();
  }

  /** Claims nothing more, and ends attempts before their next step; what they hold is due again when its lease ends. */
  stop(): void {
    this.stopped.abort();
  }
}
