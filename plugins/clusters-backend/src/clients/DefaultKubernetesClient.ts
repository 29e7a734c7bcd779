import {
  KubernetesObjectApi,
  PatchStrategy,
  VersionApi,
  CoreV1Api,
  Watch,
  type KubernetesObject,
} from '@kubernetes/client-node';
import {
  FIELD_MANAGER,
  type DesiredObject,
} from '@caas/plugin-clusters-common';
import type { ClusterDefinition } from '../config/readClusters';
import { describeObject, keyOf, type ObjectKey } from '../domain/applySet';
import { CachedKubeConfig } from './CachedKubeConfig';
import {
  ClusterUnavailableError,
  WatchExpiredError,
  type KubernetesClient,
  type ListPage,
  type LiveObject,
  type WatchChange,
  type WatchedResource,
} from './KubernetesClient';
import {
  isNotFound,
  isPreconditionFailed,
  translateError,
} from './kubernetesErrors';

/** An API server that needs longer is overloaded: better to come back later than to wait in line. */
const TIMEOUT_MS = 10_000;

const KINDS: Record<WatchedResource, string> = {
  namespaces: 'Namespace',
  resourcequotas: 'ResourceQuota',
};

/** One cluster through the official client. */
export class DefaultKubernetesClient implements KubernetesClient {
  private config?: CachedKubeConfig;

  static create(options: {
    definition: ClusterDefinition;
  }): DefaultKubernetesClient {
    return new DefaultKubernetesClient(options.definition);
  }

  private constructor(private readonly definition: ClusterDefinition) {}

  async getVersion(): Promise<string> {
    return this.ask(async () => {
      const { gitVersion } = await this.connect()
        .makeApiClient(VersionApi)
        .getCode();
      return gitVersion;
    });
  }

  async countNodes(): Promise<number> {
    return this.ask(async () => {
      const { items, metadata } = await this.connect()
        .makeApiClient(CoreV1Api)
        .listNode({ limit: 500 });
      return items.length + (metadata?.remainingItemCount ?? 0);
    });
  }

  async find(key: ObjectKey): Promise<LiveObject | undefined> {
    return this.ask(async () => {
      try {
        return (await this.objects().read({
          apiVersion: key.apiVersion,
          kind: key.kind,
          metadata: { name: key.name, namespace: key.namespace },
        })) as LiveObject;
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    });
  }

  async apply(object: DesiredObject): Promise<LiveObject> {
    return this.ask(
      async () =>
        (await this.objects().patch(
          object as KubernetesObject,
          undefined,
          undefined,
          FIELD_MANAGER,
          false,
          PatchStrategy.ServerSideApply,
        )) as LiveObject,
      describeObject(keyOf(object)),
    );
  }

  async delete(key: ObjectKey, uid: string): Promise<void> {
    await this.ask(async () => {
      try {
        await this.objects().delete(
          {
            apiVersion: key.apiVersion,
            kind: key.kind,
            metadata: { name: key.name, namespace: key.namespace },
          },
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          { preconditions: { uid } },
        );
      } catch (error) {
        if (!isNotFound(error) && !isPreconditionFailed(error)) throw error;
      }
    }, describeObject(key));
  }

  async list(
    resource: WatchedResource,
    options: { limit: number; continueToken?: string },
  ): Promise<ListPage> {
    return this.ask(async () => {
      const { items, metadata } = await this.objects().list(
        'v1',
        KINDS[resource],
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        options.limit,
        options.continueToken,
      );
      return {
        items: items as LiveObject[],
        resourceVersion: metadata?.resourceVersion ?? '',
        continueToken: metadata?._continue || undefined,
      };
    });
  }

  async watch(
    resource: WatchedResource,
    options: { resourceVersion: string; signal: AbortSignal },
    onChange: (change: WatchChange) => void,
  ): Promise<void> {
    const { resourceVersion, signal } = options;
    const { name } = this.definition;
    await new Promise<void>((resolve, reject) => {
      let expired: Error | undefined;
      const started = new Watch(this.connect()).watch(
        `/api/v1/${resource}`,
        { resourceVersion, allowWatchBookmarks: true },
        (type, object) => {
          if (type === 'ERROR') {
            expired = new WatchExpiredError(
              object?.message ?? `Cluster '${name}' ended the watch`,
            );
          } else {
            onChange({ type: type as WatchChange['type'], object });
          }
        },
        error => {
          const isQuiet = (error as Error | null)?.name === 'TimeoutError';
          if (expired) reject(expired);
          else if (error && !isQuiet && !signal.aborted) {
            reject(translateError(name, error));
          } else resolve();
        },
      );
      started.then(
        controller =>
          signal.addEventListener('abort', () => controller.abort(), {
            once: true,
          }),
        error => reject(translateError(name, error)),
      );
    });
  }

  private objects(): KubernetesObjectApi {
    return KubernetesObjectApi.makeApiClient(this.connect());
  }

  /** The connection is made at its first use, so that a certificate that is not there yet is read when it is. */
  private connect(): CachedKubeConfig {
    this.config ??= CachedKubeConfig.forCluster(this.definition);
    return this.config;
  }

  private async ask<T>(work: () => Promise<T>, about?: string): Promise<T> {
    const { name } = this.definition;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new ClusterUnavailableError(
              `Cluster '${name}' does not answer: no answer in ${TIMEOUT_MS / 1000} s`,
            ),
          ),
        TIMEOUT_MS,
      );
    });
    try {
      return await Promise.race([work(), timeout]);
    } catch (error) {
      if (error instanceof ClusterUnavailableError) throw error;
      const translated = translateError(name, error);
      if (about) translated.message = `${about}: ${translated.message}`;
      throw translated;
    } finally {
      clearTimeout(timer);
    }
  }
}
