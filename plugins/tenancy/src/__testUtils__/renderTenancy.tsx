import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { tenancyApiRef, type TenancyApi } from '@caas/plugin-tenancy-react';
import { tenancyPlugin } from '../plugin';
import { fakeTenancyApi } from '../__fixtures__/fakeTenancyApi';
import { testApp } from './testApp';

const requestsRouteRef = createRouteRef();
const newRequestRouteRef = createSubRouteRef({
  parent: requestsRouteRef,
  path: '/new',
});
const requestRouteRef = createSubRouteRef({
  parent: requestsRouteRef,
  path: '/:id',
});

/** Stands for the requests pages, so that links to them lead somewhere. */
const approvalsStandIn = createFrontendPlugin({
  pluginId: 'approvals',
  routes: {
    root: requestsRouteRef,
    newRequest: newRequestRouteRef,
    request: requestRouteRef,
  },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/requests',
        routeRef: requestsRouteRef,
        loader: async () => <div />,
      },
    }),
  ],
});

/** Opens a page of the plugin as a person would. */
export function renderTenancy(options: {
  path: string;
  api?: TenancyApi;
  language?: 'zh-CN' | 'en';
}) {
  const { path, api = fakeTenancyApi(), language } = options;
  return renderTestApp({
    ...testApp(language),
    features: [tenancyPlugin, approvalsStandIn],
    initialRouteEntries: [path],
    apis: [[tenancyApiRef, api]],
  });
}
