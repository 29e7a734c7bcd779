import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterResource } from '@caas/plugin-clusters-common';
import {
  ClusterRefusedError,
  ClusterUnavailableError,
  NotOnClusterError,
  type KubernetesClient,
} from '../clients/KubernetesClient';
import type { Clock } from '../domain/Clock';
import type { FoundObject } from '../domain/SeenObjects';
import type { Seen } from './Collection';
import { followResource, type Follower } from './followResource';
import { ManagedObjects } from './ManagedObjects';
import { Mirror, type Watched } from './Mirror';
import { pauseUntilRenewed } from './pauseUntilRenewed';
import { AUTOSCALERS } from './resources/autoscalers';
import { EVENTS } from './resources/events';
import { GATEWAYS } from './resources/gateways';
import { INGRESSES } from './resources/ingresses';
import { CRON_JOBS, JOBS } from './resources/jobs';
import { NAMESPACES } from './resources/namespaces';
import { NODES } from './resources/nodes';
import { PERSISTENT_VOLUME_CLAIMS } from './resources/persistentVolumeClaims';
import { PODS } from './resources/pods';
import { QUOTAS } from './resources/quotas';
import { ROUTES } from './resources/routes';
import { SERVICES } from './resources/services';
import { DAEMON_SETS, DEPLOYMENTS, STATEFUL_SETS } from './resources/workloads';
import { UsageView } from './usage/UsageView';

/** What a cluster refuses is asked for again after this: rights may be given, kinds may be installed. */
const REFUSED_MS = 5 * 60_000;
/** A token that is not accepted is tried again after as long as it has not been accepted, within these bounds. */
const TOKEN_FIRST_MS = 60_000;
const TOKEN_MAX_MS = 15 * 60_000;

/** Whether a cluster answers, since when, and why not. */
export type Connection = {
  state: 'connecting' | 'connected' | 'unreachable' | 'unauthorized';
  since: Date;
  reason?: string;
  version?: string;
};

type Options = {
  cluster: string;
  client: KubernetesClient;
  /** Tells one credential of the portal from another; with a new one the cluster is asked at once. */
  credential?(): string;
  clock: Clock;
  logger: LoggerService;
  /** The cluster answers again. */
  onConnected(cluster: string): void;
  /** Somebody changed an object of this apply set. */
  onTouched(cluster: string, applySetId: string): void;
  /** An object came into view that the portal put there for an apply set. */
  onFound?(cluster: string, found: FoundObject): void;
  /** What is seen of this resource changed. Called at every change: whoever tells others holds back. */
  onChanged?(cluster: string, resource: ClusterResource): void;
};

/** A resource that is followed, by the word that screens use for it. */
type Followed = {
  resource: ClusterResource;
  kind?: Parameters<ManagedObjects['share']>[0];
  mirror: Follower & { path: string };
};

/**
 * What stands on one cluster, kept in memory by list and watch and trimmed to what is shown.
 *
 * It only reflects: nothing is decided on it, and it may lag. While the cluster does not answer, it shows what it saw last.
 */
export class ClusterView {
  private readonly followed: Followed[] = [];
  readonly namespaces = this.mirror('namespaces', NAMESPACES, 'Namespace');
  readonly quotas = this.mirror('namespaces', QUOTAS, 'ResourceQuota');
  readonly nodes = this.mirror('nodes', NODES);
  readonly pods = this.mirror('pods', PODS);
  readonly deployments = this.mirror('workloads', DEPLOYMENTS);
  readonly statefulSets = this.mirror('workloads', STATEFUL_SETS);
  readonly daemonSets = this.mirror('workloads', DAEMON_SETS);
  readonly jobs = this.mirror('jobs', JOBS);
  readonly cronJobs = this.mirror('jobs', CRON_JOBS);
  readonly autoscalers = this.mirror('autoscalers', AUTOSCALERS);
  readonly services = this.mirror('services', SERVICES);
  readonly ingresses = this.mirror('ingresses', INGRESSES);
  readonly gateways = this.mirror('gateways', GATEWAYS);
  readonly routes = this.mirror('routes', ROUTES);
  readonly persistentVolumeClaims = this.mirror(
    'persistentVolumeClaims',
    PERSISTENT_VOLUME_CLAIMS,
  );
  readonly events = this.mirror('events', EVENTS);
  readonly usage: UsageView;
  /** What stands there of apply sets. */
  readonly managed: ManagedObjects;
  private connection: Connection;
  /** Paths that are not followed, yet or any more. */
  private readonly notFollowed = new Set<string>();
  /** What the cluster does not let the portal see, by path. */
  private readonly refused = new Map<string, string>();
  private readonly stopped = new AbortController();

  constructor(private readonly options: Options) {
    const { cluster, client, clock, onTouched, onFound, onChanged } = options;
    this.connection = { state: 'connecting', since: clock.now() };
    this.usage = new UsageView({
      cluster,
      client,
      clock,
      onChanged: () => onChanged?.(cluster, 'usage'),
    });
    this.managed = new ManagedObjects({
      onTouched: setId => onTouched(cluster, setId),
      onFound: found => onFound?.(cluster, found),
      follow: kind => this.follow(kind.path, kind),
      isCurrent: path => this.isCurrent(path),
    });
  }

  get status(): Connection {
    return this.connection;
  }

  /** What is missing of the view, a sentence each. */
  get gaps(): string[] {
    return [...this.refused.values(), this.usage.gap ?? []].flat();
  }

  /** Follows the cluster until `stop`; never throws. */
  start(): void {
    for (const { resource, kind, mirror } of this.followed) {
      const { path } = mirror;
      const followers = [mirror, this.announcerOf(resource)];
      if (kind) followers.push(this.managed.share(kind, path));
      this.follow(path, ...followers);
    }
    void this.usage.follow(this.stopped.signal);
  }

  stop(): void {
    this.stopped.abort();
  }

  /** Another resource that is followed; one that apply sets have too is named by its kind. */
  private mirror<T extends Seen>(
    resource: ClusterResource,
    watched: Watched<T>,
    kind?: Followed['kind'],
  ): Mirror<T> {
    const mirror = new Mirror(watched);
    this.followed.push({ resource, kind, mirror });
    return mirror;
  }

  private announcerOf(resource: ClusterResource): Follower {
    const { cluster, onChanged } = this.options;
    const announce = () => onChanged?.(cluster, resource);
    return {
      begin: () => {},
      add: () => {},
      complete: announce,
      change: announce,
    };
  }

  private isCurrent(path: string): boolean {
    return (
      this.connection.state === 'connected' &&
      !this.notFollowed.has(path) &&
      !this.refused.has(path)
    );
  }

  private follow(path: string, ...followers: Follower[]): void {
    const { client, cluster, credential = () => '', logger } = this.options;
    const tell = (news: (follower: Follower) => void) =>
      followers.forEach(news);
    let tried = credential();
    this.notFollowed.add(path);
    followResource({
      client,
      path,
      signal: this.stopped.signal,
      follower: {
        begin: () => {
          tried = credential();
          tell(each => each.begin());
        },
        add: page => tell(each => each.add(page)),
        complete: () => {
          tell(each => each.complete());
          this.refused.delete(path);
          this.onFollowed(path);
        },
        change: change => tell(each => each.change(change)),
      },
      onError: error => this.onError(path, error),
      wait: async (milliseconds, signal) => {
        await pauseUntilRenewed(milliseconds, signal, credential, tried);
        tried = credential();
      },
    }).catch(error => logger.error(`Following '${cluster}' ended`, error));
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
    const isToken =
      error instanceof ClusterUnavailableError &&
      error.trouble.kind === 'token';
    this.onLost(path, error.message, isToken ? 'unauthorized' : 'unreachable');
    if (!isToken) return undefined;
    const { clock } = this.options;
    const lasted = clock.now().getTime() - this.connection.since.getTime();
    return Math.min(Math.max(lasted, TOKEN_FIRST_MS), TOKEN_MAX_MS);
  }

  /** The cluster answers when all that is to be followed is. */
  private onFollowed(path: string): void {
    const { cluster, clock, logger, onConnected } = this.options;
    this.notFollowed.delete(path);
    if (this.notFollowed.size > 0) return;
    if (this.isRefusedEverything) {
      this.lose(
        'unauthorized',
        `Cluster '${cluster}' lets the portal see nothing: give its service account the rights that the portal needs`,
      );
      return;
    }
    if (this.connection.state === 'connected') return;
    this.connection = { state: 'connected', since: clock.now() };
    this.options.onChanged?.(cluster, 'cluster');
    logger.info(`Cluster '${cluster}' answers`);
    onConnected(cluster);
    void this.describe();
  }

  private onLost(
    path: string,
    reason: string,
    state: 'unreachable' | 'unauthorized',
  ): void {
    this.notFollowed.add(path);
    this.lose(state, reason);
  }

  private get isRefusedEverything(): boolean {
    const { refused } = this;
    return this.followed.every(({ mirror }) => refused.has(mirror.path));
  }

  private lose(state: 'unreachable' | 'unauthorized', reason: string): void {
    const { cluster, clock, logger } = this.options;
    if (this.connection.state === state) {
      this.connection = { ...this.connection, reason };
      return;
    }
    this.connection = { state, since: clock.now(), reason };
    this.options.onChanged?.(cluster, 'cluster');
    logger.warn(`Cluster '${cluster}' is ${state}: ${reason}`);
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
