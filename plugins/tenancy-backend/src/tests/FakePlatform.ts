import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createContractRouter } from '@caas/contract-node';
import { approvalsContract } from '@caas/plugin-approvals-common';
import { clustersContract } from '@caas/plugin-clusters-common';
import type { FakeClustersClient } from '../clients/FakeClustersClient';

/** The clusters plugin, served over HTTP by a fake. */
export function fakeClustersPlugin(fake: FakeClustersClient) {
  return createBackendPlugin({
    pluginId: 'clusters',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
        },
        async init({ httpRouter, ...services }) {
          httpRouter.use(
            createContractRouter({
              title: 'Clusters',
              contract: {
                clusters: clustersContract.clusters,
                namespaces: clustersContract.namespaces,
                applySets: {
                  put: clustersContract.applySets.put,
                  get: clustersContract.applySets.get,
                },
              },
              services,
              handlers: os =>
                os.router({
                  clusters: {
                    list: os.clusters.list.handler(async () => ({
                      items: await fake.listClusters(),
                    })),
                  },
                  namespaces: {
                    list: os.namespaces.list.handler(async ({ input }) => {
                      const { cluster = '', name = '' } = input;
                      const items = fake.namespaces.has(`${cluster}/${name}`)
                        ? [{ cluster, name, phase: 'Active', quotas: [] }]
                        : [];
                      return { items, totalCount: items.length };
                    }),
                  },
                  applySets: {
                    put: os.applySets.put.handler(({ input }) =>
                      fake.putApplySet(input),
                    ),
                    get: os.applySets.get.handler(async ({ input }) => {
                      const set = await fake.findApplySet(
                        input.cluster,
                        input.id,
                      );
                      if (set) return set;
                      throw Object.assign(new Error('There is no such set'), {
                        name: 'NotFoundError',
                      });
                    }),
                  },
                }),
            }),
          );
        },
      });
    },
  });
}

/** The desk, as far as announcing request kinds goes. */
export function fakeApprovalsPlugin(announced: unknown[]) {
  return createBackendPlugin({
    pluginId: 'approvals',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
        },
        async init({ httpRouter, ...services }) {
          httpRouter.use(
            createContractRouter({
              title: 'Approvals',
              contract: { providers: approvalsContract.providers },
              services,
              handlers: os =>
                os.router({
                  providers: {
                    announce: os.providers.announce.handler(
                      async ({ input }) => {
                        announced.push(input);
                        return { kinds: input.kinds.length };
                      },
                    ),
                  },
                }),
            }),
          );
        },
      });
    },
  });
}
