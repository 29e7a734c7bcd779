import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { chineseOf, withChinese, type ContractClient } from '@caas/contract';
import { createBackendClient } from '@caas/contract-node';
import {
  clustersContract,
  type ApplySetInput,
  type ClustersContract,
  type LifecycleStep,
  type NamespaceView,
  type OwnNamespace,
} from '@caas/plugin-clusters-common';
import type { ClustersClient } from './ClustersClient';

/** Two calls in a row end well before the reconciler's lease does. */
const TIMEOUT_MILLISECONDS = 5000;
/** Clusters work on a namespace for 15 s at most before they answer what is left. */
const LIFECYCLE_TIMEOUT_MILLISECONDS = 40_000;

const PAGE_SIZE = 100;
const PAGES_MAX = 5;

type Options = { signal: AbortSignal };

export class DefaultClustersClient implements ClustersClient {
  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DefaultClustersClient {
    return new DefaultClustersClient(
      createBackendClient(clustersContract, {
        pluginId: 'clusters',
        ...options,
      }),
    );
  }

  private constructor(
    private readonly client: ContractClient<ClustersContract>,
  ) {}

  async listClusters() {
    const { items } = await ask('list the clusters', options =>
      this.client.clusters.list({}, options),
    );
    return items;
  }

  async hasNamespace(cluster: string, name: string) {
    return (await this.findNamespace(cluster, name)) !== undefined;
  }

  getCluster(cluster: string) {
    return ask(`show cluster '${cluster}'`, options =>
      this.client.clusters.get({ cluster }, options),
    );
  }

  async findNamespace(cluster: string, name: string) {
    const { items } = await ask(`look on cluster '${cluster}'`, options =>
      this.client.namespaces.list({ cluster, name, limit: 10 }, options),
    );
    return items.find(item => item.name === name && item.cluster === cluster);
  }

  async listNamespaces(tenant: string) {
    const views: NamespaceView[] = [];
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const { items, totalCount } = await ask(
        `list the namespaces of tenant '${tenant}'`,
        options =>
          this.client.namespaces.list(
            { tenant, limit: PAGE_SIZE, offset: page * PAGE_SIZE },
            options,
          ),
      );
      views.push(...items);
      if (items.length === 0 || views.length >= totalCount) break;
    }
    return views;
  }

  async findPeak(cluster: string, name: string) {
    const { peak } = await ask(`tell what '${name}' has used`, options =>
      this.client.usage.ofNamespace(
        { cluster, namespace: name, hours: 1 },
        options,
      ),
    );
    return peak;
  }

  async findApplySet(cluster: string, id: string) {
    try {
      return await ask(`read from cluster '${cluster}'`, options =>
        this.client.applySets.get({ cluster, id }, options),
      );
    } catch (error) {
      if ((error as Error).name === 'NotFoundError') return undefined;
      throw error;
    }
  }

  putApplySet(input: ApplySetInput) {
    return ask(`write to cluster '${input.cluster}'`, options =>
      this.client.applySets.put(input, options),
    );
  }

  deleteApplySet(set: { cluster: string; id: string; reason: string }) {
    return ask(`delete from cluster '${set.cluster}'`, options =>
      this.client.applySets.delete(set, options),
    );
  }

  lookAtNamespace(own: OwnNamespace) {
    return ask(`look at '${own.namespace}'`, options =>
      this.client.namespaceLifecycle.look(own, options),
    );
  }

  stopNamespace(step: LifecycleStep) {
    return ask(
      `stop '${step.namespace}'`,
      options => this.client.namespaceLifecycle.stop(step, options),
      LIFECYCLE_TIMEOUT_MILLISECONDS,
    );
  }

  startNamespace(step: LifecycleStep) {
    return ask(
      `start '${step.namespace}'`,
      options => this.client.namespaceLifecycle.start(step, options),
      LIFECYCLE_TIMEOUT_MILLISECONDS,
    );
  }

  exportNamespace(own: OwnNamespace) {
    return ask(
      `give out '${own.namespace}'`,
      options => this.client.namespaceLifecycle.export(own, options),
      LIFECYCLE_TIMEOUT_MILLISECONDS,
    );
  }
}

/** An answer that refuses keeps its name; no answer at all, or a broken one, says which service to look at. */
async function ask<T>(
  purpose: string,
  call: (options: Options) => Promise<T>,
  milliseconds = TIMEOUT_MILLISECONDS,
): Promise<T> {
  try {
    return await call({ signal: AbortSignal.timeout(milliseconds) });
  } catch (error) {
    const { name, message, status } = error as Error & { status?: number };
    if (status !== undefined && status < 500) throw error;
    const isSilent = name === 'TimeoutError';
    throw withChinese(
      new ServiceUnavailableError(
        `The clusters service cannot ${purpose} now (${isSilent ? 'it does not answer' : message}). Try again in a minute`,
        error as Error,
      ),
      `集群服务暂时不可用（${isSilent ? '没有响应' : (chineseOf(error) ?? message)}）。请一分钟后重试`,
    );
  }
}
