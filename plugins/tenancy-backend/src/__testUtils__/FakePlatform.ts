import { NotFoundError } from '@backstage/errors';
import { contractPlugin } from '@caas/backend-testing';
import { approvalsContract } from '@caas/plugin-approvals-common';
import { clustersContract } from '@caas/plugin-clusters-common';
import type { FakeClustersClient } from '../clients/FakeClustersClient';

/** The clusters plugin, served over HTTP by a fake. */
export function fakeClustersPlugin(fake: FakeClustersClient) {
  return contractPlugin({
    pluginId: 'clusters',
    contract: {
      clusters: {
        list: clustersContract.clusters.list,
        get: clustersContract.clusters.get,
      },
      usage: { ofNamespace: clustersContract.usage.ofNamespace },
      namespaces: clustersContract.namespaces,
      applySets: {
        put: clustersContract.applySets.put,
        get: clustersContract.applySets.get,
      },
    },
    handlers: os =>
      os.router({
        clusters: {
          list: os.clusters.list.handler(async () => ({
            items: await fake.listClusters(),
          })),
          get: os.clusters.get.handler(({ input }) =>
            fake.getCluster(input.cluster),
          ),
        },
        usage: {
          ofNamespace: os.usage.ofNamespace.handler(async ({ input }) => ({
            intervalSeconds: 300,
            peak: await fake.findPeak(input.cluster, input.namespace),
            points: [],
          })),
        },
        namespaces: {
          list: os.namespaces.list.handler(async ({ input }) => {
            const { cluster = '', name = '', tenant } = input;
            if (tenant) {
              const items = await fake.listNamespaces(tenant);
              return { items, totalCount: items.length };
            }
            const items = fake.namespaces.has(`${cluster}/${name}`)
              ? [
                  {
                    cluster,
                    name,
                    phase: 'Active',
                    quotas: [],
                    requested: { cpuMillicores: 0, memoryBytes: 0, pods: 0 },
                  },
                ]
              : [];
            return { items, totalCount: items.length };
          }),
        },
        applySets: {
          put: os.applySets.put.handler(({ input }) => fake.putApplySet(input)),
          get: os.applySets.get.handler(async ({ input }) => {
            const set = await fake.findApplySet(input.cluster, input.id);
            if (set) return set;
            throw new NotFoundError('There is no such set');
          }),
        },
      }),
  });
}

/** The desk, as far as announcing request kinds goes. */
export function fakeApprovalsPlugin(announced: unknown[]) {
  return contractPlugin({
    pluginId: 'approvals',
    contract: { providers: approvalsContract.providers },
    handlers: os =>
      os.router({
        providers: {
          announce: os.providers.announce.handler(async ({ input }) => {
            announced.push(input);
            return { kinds: input.kinds.length };
          }),
        },
      }),
  });
}
