import {
  PatchStrategy,
  VersionApi,
  type KubernetesObject,
} from '@kubernetes/client-node';
import {
  FIELD_MANAGER,
  type DesiredObject,
} from '@caas/plugin-clusters-common';
import type { ClusterDefinition } from '../domain/ClusterDefinition';
import { describeObject, keyOf, type ObjectKey } from '../domain/applySet';
import { CachedKubeConfig, withinTimeLimit } from './CachedKubeConfig';
import { credentialOf } from './credentialOf';
import type { LiveObject } from '../domain/LiveObject';
import {
  ClusterUnavailableError,
  type ApplyOptions,
  type KubernetesClient,
  type ListPage,
  type WatchChange,
  type WriteGuard,
} from './KubernetesClient';
import {
  isNotFound,
  isPreconditionFailed,
  translateError,
} from './kubernetesErrors';
import { openWatch } from './openWatch';
import { RawObjectApi } from './RawObjectApi';
import { readPage } from './readPage';
import { RequestGate } from './RequestGate';

/** One cluster through the official client. */
export class DefaultKubernetesClient implements KubernetesClient {
  private config?: CachedKubeConfig;
  private objectApi?: RawObjectApi;
  private readonly kinds = {};
  private gate = new RequestGate();
  private credential?: string;

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

  async apply(
    object: DesiredObject,
    { uid, guard }: ApplyOptions = {},
  ): Promise<LiveObject> {
    const meant = {
      ...object,
      metadata: { ...object.metadata, ...(uid && { uid }) },
    };
    return this.ask(
      async () =>
        (await this.objects().patch(
          meant as KubernetesObject,
          undefined,
          undefined,
          FIELD_MANAGER,
          false,
          PatchStrategy.ServerSideApply,
        )) as LiveObject,
      describeObject(keyOf(object)),
      guard,
    );
  }

  async merge(
    { apiVersion, kind, name, namespace }: ObjectKey,
    patch: Parameters<KubernetesClient['merge']>[1],
    fieldManager: string,
  ): Promise<LiveObject | undefined> {
    const metadata = { ...patch.metadata, name, namespace };
    return this.ask(async () => {
      try {
        return (await this.objects().patch(
          { ...patch, apiVersion, kind, metadata } as KubernetesObject,
          undefined,
          undefined,
          fieldManager,
          undefined,
          PatchStrategy.MergePatch,
        )) as LiveObject;
      } catch (error) {
        if (isPreconditionFailed(error)) return undefined;
        throw error;
      }
    }, describeObject({ apiVersion, kind, name, namespace }));
  }

  async delete(key: ObjectKey, uid: string, guard?: WriteGuard): Promise<void> {
    await this.ask(
      async () => {
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
      },
      describeObject(key),
      guard,
    );
  }

  async list(
    path: string,
    options: Parameters<KubernetesClient['list']>[1],
  ): Promise<ListPage> {
    return this.ask(() =>
      readPage({ config: this.connect(), path, ...options }),
    );
  }

  async watch(
    path: string,
    options: { resourceVersion: string; signal: AbortSignal },
    onChange: (change: WatchChange) => void,
  ): Promise<void> {
    if (options.signal.aborted) return;
    const stream = await this.ask(() =>
      openWatch({
        cluster: this.definition.name,
        config: this.connect(),
        path,
        ...options,
      }),
    );
    await stream.read(onChange);
  }

  /** Kept: it remembers which kinds the cluster has, and would ask for them at each call otherwise. */
  private objects(): RawObjectApi {
    this.objectApi ??= this.connect()
      .makeApiClient(RawObjectApi)
      .withKinds(this.kinds);
    return this.objectApi;
  }

  /** The connection is made at its first use, so that a certificate that is not there yet is read when it is. */
  private connect(): CachedKubeConfig {
    this.config ??= CachedKubeConfig.forCluster(this.definition);
    return this.config;
  }

  /** A cluster that was set up anew has another certificate: the next call reads it. */
  private disconnect(): void {
    this.config = undefined;
    this.objectApi = undefined;
  }

  /** What one token met is no matter of the next: with that the cluster is asked at once. */
  private gateOfToken(): RequestGate {
    const credential = credentialOf(this.definition);
    if (this.credential !== undefined && this.credential !== credential) {
      this.gate = new RequestGate();
    }
    this.credential = credential;
    return this.gate;
  }

  private async ask<T>(
    work: () => Promise<T>,
    about?: string,
    guard?: WriteGuard,
  ): Promise<T> {
    const { name } = this.definition;
    let calledOff: { reason: unknown } | undefined;
    const noting = (reason: unknown): never => {
      calledOff = { reason };
      throw reason;
    };
    const check = () => {
      try {
        guard?.check();
      } catch (reason) {
        noting(reason);
      }
    };
    try {
      return await this.gateOfToken().pass(async () => {
        await guard?.assert().catch(noting);
        try {
          return await withinTimeLimit(work, check);
        } catch (error) {
          throw calledOff ? error : this.understand(error);
        }
      });
    } catch (error) {
      if (calledOff) throw calledOff.reason;
      throw translateError(name, error, about);
    }
  }

  /** Only a cluster that says nothing may be another one by now: one that answers is reached on the same connections. */
  private understand(error: unknown): Error {
    const translated = translateError(this.definition.name, error);
    if (
      translated instanceof ClusterUnavailableError &&
      translated.trouble.kind === 'silent'
    ) {
      this.disconnect();
    }
    return translated;
  }
}
