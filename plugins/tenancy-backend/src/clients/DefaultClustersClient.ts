import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { ContractClient } from '@caas/contract';
import { createBackendClient } from '@caas/contract-node';
import {
  clustersContract,
  type ApplySetInput,
  type ClustersContract,
} from '@caas/plugin-clusters-common';
import type { ClustersClient } from './ClustersClient';

/** Two calls in a row end well before the reconciler's lease does. */
const TIMEOUT_MILLISECONDS = 5000;

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
    const { items } = await ask(`look on cluster '${cluster}'`, options =>
      this.client.namespaces.list({ cluster, name, limit: 10 }, options),
    );
    return items.some(item => item.name === name && item.cluster === cluster);
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
}

/** An answer that refuses keeps its name; no answer at all, or a broken one, says which service to look at. */
async function ask<T>(
  purpose: string,
  call: (options: Options) => Promise<T>,
): Promise<T> {
  try {
    return await call({ signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) });
  } catch (error) {
    const { name, message, status } = error as Error & { status?: number };
    if (status !== undefined && status < 500) throw error;
    throw new ServiceUnavailableError(
      `The clusters service cannot ${purpose} now (${name === 'TimeoutError' ? 'it does not answer' : message}). Try again in a minute`,
      error as Error,
    );
  }
}
