import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesClient } from '../clients/KubernetesClient';
import type { ApplySetStore } from '../database/ApplySetStore';
import type { Clock } from '../domain/Clock';
import type { SeenObjects } from '../domain/SeenObjects';
import { ReconcilerLane } from './ReconcilerLane';

type Options = {
  sets: ApplySetStore;
  /** The clusters that are there from the start, and how to reach them. */
  clients: ReadonlyMap<string, KubernetesClient>;
  /** Clusters that are registered, also when this replica has not heard of them yet: they are no unknown ones. */
  listRegistered?(): Promise<readonly string[]>;
  /** What the view of a cluster shows of the objects of apply sets. */
  seenOn?(cluster: string): SeenObjects | undefined;
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
 * back what the newer deleted. Only a process that was stopped between asking and calling could. It names what it knows by
 * UID, and makes nothing of that anew; what it changes is put back as any drift, and what it makes that nobody had made
 * before is found by its label, and deleted (`OrphanCollector`).
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

  /** By the name of the cluster. */
  private readonly lanes = new Map<
    string,
    { lane: ReconcilerLane; disconnected: AbortController }
  >();
  /** Sets of clusters that are registered no more: they must not seem to be on their way. */
  private readonly unknownLane: ReconcilerLane;
  private readonly stopped = new AbortController();

  private constructor(private readonly options: Options) {
    const { seenOn: _, ...common } = options;
    for (const [cluster, client] of options.clients) {
      this.connect(cluster, client);
    }
    this.unknownLane = new ReconcilerLane({
      ...common,
      signal: this.stopped.signal,
      clustersExcept: async () => [
        ...this.lanes.keys(),
        ...((await options.listRegistered?.()) ?? []),
      ],
    });
  }

  /** Works on the sets of a cluster from now on; in the place of an earlier client, if it had one. */
  connect(cluster: string, client: KubernetesClient): void {
    this.disconnect(cluster);
    const { seenOn, ...options } = this.options;
    const disconnected = new AbortController();
    const lane = new ReconcilerLane({
      ...options,
      client,
      seenOn: () => seenOn?.(cluster),
      clusters: [cluster],
      signal: AbortSignal.any([this.stopped.signal, disconnected.signal]),
    });
    this.lanes.set(cluster, { lane, disconnected });
  }

  /** Attempts that are under way end before their next step; what they hold is due again when its lease ends. */
  disconnect(cluster: string): void {
    this.lanes.get(cluster)?.disconnected.abort();
    this.lanes.delete(cluster);
  }

  /** Works until nothing is due. A call during a run makes that run look once more. */
  async run(): Promise<void> {
    await Promise.all(this.everyLane.map(lane => lane.run()));
  }

  /** `run` for somebody who does not wait for it. Whatever goes wrong, the rows stay due. */
  wake(): void {
    for (const lane of this.everyLane) lane.wake();
  }

  /** Claims nothing more, and ends attempts before their next step; what they hold is due again when its lease ends. */
  stop(): void {
    this.stopped.abort();
  }

  private get everyLane(): ReconcilerLane[] {
    const lanes = [...this.lanes.values()].map(({ lane }) => lane);
    return [...lanes, this.unknownLane];
  }
}
