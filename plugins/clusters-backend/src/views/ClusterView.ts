import type { LoggerService } from '@backstage/backend-plugin-api';
import { LABELS } from '@caas/plugin-clusters-common';
import type {
  KubernetesClient,
  WatchedResource,
} from '../clients/KubernetesClient';
import type { Clock } from '../domain/Clock';
import type { LiveObject } from '../domain/LiveObject';
import { followResource } from './followResource';

/** What a view keeps of a namespace. */
export type SeenNamespace = {
  name: string;
  tenant?: string;
  environment?: string;
  phase: string;
  createdAt?: string;
};

/** What a view keeps of a quota. */
export type SeenQuota = {
  name: string;
  namespace: string;
  hard: Record<string, string>;
  used: Record<string, string>;
};

/** Whether a cluster answers, since when, and why not. */
export type Connection = {
  state: 'connecting' | 'connected' | 'unreachable';
  since: Date;
  reason?: string;
  version?: string;
  nodeCount?: number;
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
 * The namespaces and quotas of one cluster, kept in memory by list and watch and trimmed to what is shown.
 *
 * It only reflects: nothing is decided on it, and it may lag. While the cluster does not answer, it shows what it saw last.
 */
export class ClusterView {
  readonly namespaces = new Map<string, SeenNamespace>();
  readonly quotas = new Map<string, SeenQuota>();
  private connection: Connection;
  /** What is not followed, yet or any more. */
  private readonly notFollowed = new Set<WatchedResource>();
  private readonly stopped = new AbortController();

  constructor(private readonly options: Options) {
    this.connection = { state: 'connecting', since: options.clock.now() };
  }

  get status(): Connection {
    return this.connection;
  }

  /** Follows the cluster until `stop`; never throws. */
  start(): void {
    this.follow(
      'namespaces',
      this.namespaces,
      trimNamespace,
      object => object.metadata.name!,
    );
    this.follow(
      'resourcequotas',
      this.quotas,
      trimQuota,
      object => `${object.metadata.namespace}/${object.metadata.name}`,
    );
  }

  stop(): void {
    this.stopped.abort();
  }

  private follow<T>(
    resource: WatchedResource,
    into: Map<string, T>,
    trim: (object: LiveObject) => T,
    keyOf: (object: LiveObject) => string,
  ): void {
    const { client, cluster, logger, onTouched } = this.options;
    this.notFollowed.add(resource);
    followResource({
      client,
      resource,
      signal: this.stopped.signal,
      onList: objects => {
        into.clear();
        for (const object of objects) into.set(keyOf(object), trim(object));
        this.onFollowed(resource);
      },
      onChange: ({ type, object }) => {
        if (type !== 'DELETED') {
          into.set(keyOf(object), trim(object));
          return;
        }
        into.delete(keyOf(object));
        const setId = object.metadata.labels?.[LABELS.partOf];
        if (setId) onTouched(cluster, setId);
      },
      onError: error => this.onLost(resource, error),
    }).catch(error => logger.error(`Following '${cluster}' ended`, error));
  }

  /** The cluster answers when all that is to be followed is. */
  private onFollowed(resource: WatchedResource): void {
    const { cluster, clock, logger, onConnected } = this.options;
    this.notFollowed.delete(resource);
    if (this.notFollowed.size > 0 || this.connection.state === 'connected') {
      return;
    }
    this.connection = { state: 'connected', since: clock.now() };
    logger.info(`Cluster '${cluster}' answers`);
    onConnected(cluster);
    void this.describe();
  }

  private onLost(resource: WatchedResource, error: Error): void {
    const { cluster, clock, logger } = this.options;
    this.notFollowed.add(resource);
    const reason = error.message;
    if (this.connection.state === 'unreachable') {
      this.connection = { ...this.connection, reason };
      return;
    }
    this.connection = { state: 'unreachable', since: clock.now(), reason };
    logger.warn(`Cluster '${cluster}' is unreachable: ${reason}`);
  }

  /** Version and size are nice to know: without them the cluster still counts as connected. */
  private async describe(): Promise<void> {
    const { client, cluster, logger } = this.options;
    try {
      const [version, nodeCount] = await Promise.all([
        client.getVersion(),
        client.countNodes(),
      ]);
      if (this.connection.state !== 'connected') return;
      this.connection = { ...this.connection, version, nodeCount };
    } catch (error) {
      logger.warn(
        `Cluster '${cluster}' does not tell its version: ${(error as Error).message}`,
      );
    }
  }
}

function trimNamespace({ metadata, status }: LiveObject): SeenNamespace {
  return {
    name: metadata.name!,
    tenant: metadata.labels?.[LABELS.tenant],
    environment: metadata.labels?.[LABELS.environment],
    phase: status?.phase ?? 'Unknown',
    createdAt: isoText(metadata.creationTimestamp),
  };
}

function trimQuota({ metadata, spec, status }: LiveObject): SeenQuota {
  return {
    name: metadata.name!,
    namespace: metadata.namespace!,
    hard: status?.hard ?? spec?.hard ?? {},
    used: status?.used ?? {},
  };
}

/** Lists carry dates, watches carry text. */
function isoText(time: string | Date | undefined): string | undefined {
  return time && new Date(time).toISOString();
}
