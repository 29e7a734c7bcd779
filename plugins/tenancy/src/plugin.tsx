import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createPluginClient } from '@caas/contract';
import { tenancyContract } from '@caas/plugin-tenancy-common';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { RiTeamLine } from '@remixicon/react';
import { clustersViewApi } from './clustersApi';
import { tenancyRequestKinds } from './requestKinds';
import {
  auditRouteRef,
  clusterNamespaceRouteRef,
  newRequestRouteRef,
  requestRouteRef,
  requestsRouteRef,
  rootRouteRef,
  tenantRouteRef,
} from './routes';

const tenancyApi = ApiBlueprint.make({
  params: define =>
    define({
      api: tenancyApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        createPluginClient(tenancyContract, { pluginId: 'tenancy', fetchApi }),
    }),
});

const tenancyPage = PageBlueprint.make({
  params: {
    path: '/tenants',
    routeRef: rootRouteRef,
    title: '租户',
    icon: <RiTeamLine />,
    noHeader: true,
    loader: () =>
      import('./components/TenancyRouter').then(m => <m.TenancyRouter />),
  },
});

const tenancyTenantEntityCard = EntityCardBlueprint.make({
  name: 'tenant',
  params: {
    type: 'content',
    filter: { kind: 'group', 'spec.type': 'tenant' },
    loader: () => import('./components/TenantCard').then(m => <m.TenantCard />),
  },
});

const tenancyNamespacesEntityCard = EntityCardBlueprint.make({
  name: 'namespaces',
  params: {
    type: 'content',
    filter: { kind: { $in: ['component', 'system'] } },
    loader: () =>
      import('./components/EntityNamespaces').then(m => (
        <m.EntityNamespacesCard />
      )),
  },
});

export const tenancyPlugin = createFrontendPlugin({
  pluginId: 'tenancy',
  title: '租户',
  icon: <RiTeamLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, tenant: tenantRouteRef },
  externalRoutes: {
    requests: requestsRouteRef,
    newRequest: newRequestRouteRef,
    request: requestRouteRef,
    clusterNamespace: clusterNamespaceRouteRef,
    audit: auditRouteRef,
  },
  extensions: [
    tenancyApi,
    tenancyPage,
    clustersViewApi,
    ...tenancyRequestKinds,
    tenancyTenantEntityCard,
    tenancyNamespacesEntityCard,
  ],
});
