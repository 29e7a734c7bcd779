import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createPluginClient } from '@caas/contract';
import { RequestKindBlueprint } from '@caas/plugin-approvals-react';
import { NAMESPACE_CREATE, tenancyContract } from '@caas/plugin-tenancy-common';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { RiTeamLine } from '@remixicon/react';
import {
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

const tenancyNamespaceCreateRequestKind = RequestKindBlueprint.make({
  name: 'namespace-create',
  params: {
    kind: NAMESPACE_CREATE,
    loader: () =>
      import('./requestKinds/namespaceCreate').then(
        m => m.namespaceCreateScreens,
      ),
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
  },
  extensions: [
    tenancyApi,
    tenancyPage,
    tenancyNamespaceCreateRequestKind,
    tenancyTenantEntityCard,
  ],
});
