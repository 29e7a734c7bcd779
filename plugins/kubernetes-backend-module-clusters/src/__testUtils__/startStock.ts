import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesBackend from '@backstage/plugin-kubernetes-backend';
import {
  clusterConnectionsServiceRef,
  type ClusterConnection,
} from '@caas/plugin-clusters-node';
import { PORTAL_TABLE } from '@caas/plugin-permission-backend-module-portal';
import type { Sandbox } from '@caas/sandbox';
import { kubernetesModuleClusters } from '../module';

const ROLES: Record<string, string> = {
  'user:default/chen-jing': 'platform-admin',
  'user:default/sun-li': 'cluster-admin',
  'user:default/liu-yang': 'auditor',
  'user:default/li-wei': 'developer',
  'user:default/wang-fang': 'tenant-admin',
};
export const as = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

/** The portal's own table, for people whose role is known. */
const permissions: PermissionsService = {
  authorizeConditional: async () => [],
  authorize: async (asked, { credentials }) => {
    const { userEntityRef = '' } = credentials.principal as {
      userEntityRef?: string;
    };
    return asked.map(({ permission }) => {
      const row = PORTAL_TABLE.find(
        each => each.permission.name === permission.name,
      );
      const holders: readonly string[] = [
        ...(row?.platform ?? []),
        ...(row?.tenant ?? []),
      ];
      const isHolder = holders.includes(ROLES[userEntityRef]);
      return {
        result: isHolder ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      };
    });
  },
};

/** How a cluster of the sandbox is reached. */
export const connectionOf = ({ clusters }: Sandbox): ClusterConnection => ({
  name: 'nonprod',
  title: '非生产集群',
  url: clusters.nonprod.url,
  ca: clusters.nonprod.ca,
  token: clusters.nonprod.token,
});

/** The stock plugin with our module and our table of permissions. */
export async function startStock(source: () => ClusterConnection[]) {
  const clusters = createBackendPlugin({
    pluginId: 'clusters',
    register(env) {
      env.registerInit({
        deps: { connections: clusterConnectionsServiceRef },
        async init({ connections }) {
          connections.offer(source);
        },
      });
    },
  });
  const { server } = await startTestBackend({
    features: [
      kubernetesBackend,
      kubernetesModuleClusters,
      clusters,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'claims',
              annotations: { 'backstage.io/kubernetes-id': 'claims' },
            },
          },
        ],
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissions,
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [],
          },
        },
      }),
    ],
  });
  return server;
}
