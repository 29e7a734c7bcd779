import type { LoggerService } from '@backstage/backend-plugin-api';
import { LABELS } from '@caas/plugin-clusters-common';
import {
  ClusterRefusedError,
  NotOnClusterError,
  type KubernetesClient,
  type WatchChange,
} from '../clients/KubernetesClient';
import type { Clock } from '../domain/Clock';
import type { Seen } from './Collection';
import { followResource } from './followResource';
import { Mirror } from './Mirror';
import { EVENTS } from './resources/events';
import { NAMESPACES } from './resources/namespaces';
import { NODES } from './resources/nodes';
import { PODS } from './resources/pods';
import { QUOTAS } from './resources/quotas';
import { DAEMON_SETS, DEPLOYMENTS, STATEFUL_SETS } from './resources/workloads';

/** What a cluster refuses is asked for again after this: rights may be given, kinds may be installed. */
const REFUSED_MS = 5 * 60_000;

/** Whether a cluster answers, since when, and why not. */
export type Connection = {
  state: 'connecting' | 'connected' | 'unreachable';
  since: Date;
  reason?: string;
  version?: string;
};

type Options = {
  cluster: string;
  client: KubernetesClient;
  clock: Clock;
  logger: LoggerService;
  /** The cluster answers again. */
  onConnected(cluster: string): void;
  /** Somebody changed an object of this apply set. */
  onTouched(cluster: string, applySetId: string): void;
};

/**
 * What stands on one cluster, kept in memory by list and watch and trimmed to what is shown.
 *
 * It only reflects: nothing is decided on it, and it may lag. While the cluster does not answer, it shows what it saw last.
 */
export class ClusterView {
  readonly namespaces = new Mirror(NAMESPACES);
  readonly quotas = new Mirror(QUOTAS);
  readonly nodes = new Mirror(NODES);
  readonly pods = new Mirror(PODS);
  readonly deployments = new Mirror(DEPLOYMENTS);
  readonly statefulSets = new Mirror(STATEFUL_SETS);
  readonly daemonSets = new Mirror(DAEMON_SETS);
  readonly events = new Mirror(EVENTS);
  private connection: Connection;
  /** Paths that are not followed, yet or any more. */
  private readonly notFollowed = new Set<string>();
  /** What the cluster does not let the portal see, by path. */
  private readonly refused = new Map<string, string>();
  private readonly stopped = new AbortController();

  constructor(private readonly options: Options) {
    this.connection = { state: 'connecting', since: options.clock.now() };
  }

  get status(): Connection {
    return this.connection;
  }

  /** What is missing of the view, a sentence each. */
  get gaps(): string[] {
    return [...this.refused.values()];
  }

  /** Follows the cluster until `stop`; never throws. */
  start(): void {
    this.follow(this.namespaces);
    this.follow(this.quotas);
    this.follow(this.nodes);
    this.follow(this.pods);
    this.follow(this.deployments);
    this.follow(this.statefulSets);
    this.follow(this.daemonSets);
    this.follow(this.events);
  }

  stop(): void {
    this.stopped.abort();
  }

  private follow<T extends Seen>(mirror: Mirror<T>): void {
    const { client, cluster, logger } = this.options;
    const { path } = mirror;
    this.notFollowed.add(path);
    followResource({
      client,
      path,
      signal: this.stopped.signal,
      follower: {
        begin: () => mirror.begin(),
        add: page => mirror.add(page),
        complete: () => {
          mirror.complete();
          this.refused.delete(path);
          this.onFollowed(path);
        },
        change: change => {
          mirror.change(change);
          this.tellOwner(change);
        },
      },
      onError: error => this.onError(path, error),
    }).catch(error => logger.error(`Following '${cluster}' ended`, error));
  }

  /** An apply set lost an object: it need not wait for its next turn. */
  private tellOwner({ type, object }: WatchChange): void {
    const setId = object.metadata.labels?.[LABELS.partOf];
    if (type === 'DELETED' && setId) {
      this.options.onTouched(this.options.cluster, setId);
    }
  }

  /** What a cluster refuses is a gap in the view; only one that does not answer is unreachable. */
  private onError(path: string, error: Error): number | undefined {
    if (error instanceof ClusterRefusedError) {
      // What a cluster does not have is not missing from its view.
      if (!(error instanceof NotOnClusterError)) {
        this.refused.set(path, error.message);
      }
      this.onFollowed(path);
      return REFUSED_MS;
    }
    this.onLost(path, error);
    return undefined;
  }

  /** The cluster answers when all that is to be followed is. */
  private onFollowed(path: string): void {
    const { cluster, clock, logger, onConnected } = this.options;
    this.notFollowed.delete(path);
    if (this.notFollowed.size > 0 || this.connection.state === 'connected') {
      return;
    }
    this.connection = { state: 'connected', since: clock.now() };
    logger.info(`Cluster '${cluster}' answers`);
    onConnected(cluster);
    void this.describe();
  }

  private onLost(path: string, error: Error): void {
    const { cluster, clock, logger } = this.options;
    this.notFollowed.add(path);
    const reason = error.message;
    if (this.connection.state === 'unreachable') {
      this.connection = { ...this.connection, reason };
      return;
    }
    this.connection = { state: 'unreachable', since: clock.now(), reason };
    logger.warn(`Cluster '${cluster}' is unreachable: ${reason}`);
  }

  /** The version is nice to know: without it the cluster still counts as connected. */
  private async describe(): Promise<void> {
    const { client, cluster, logger } = this.options;
    try {
      const version = await client.getVersion();
      if (this.connection.state !== 'connected') return;
      this.connection = { ...this.connection, version };
    } catch (error) {
      logger.warn(
        `Cluster '${cluster}' does not tell its version: ${(error as Error).message}`,
      );
    }
  }
}
