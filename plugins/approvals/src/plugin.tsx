import {
  ApiBlueprint,
  createExtensionInput,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { createPluginClient } from '@caas/contract';
import { approvalsContract } from '@caas/plugin-approvals-common';
import {
  approvalsApiRef,
  RequestKindBlueprint,
} from '@caas/plugin-approvals-react';
import { RiFileList3Line } from '@remixicon/react';
import {
  delegationsRouteRef,
  newRequestRouteRef,
  policyRouteRef,
  requestRouteRef,
  rootRouteRef,
  tenantRouteRef,
} from './routes';

const approvalsApi = ApiBlueprint.make({
  params: define =>
    define({
      api: approvalsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        createPluginClient(approvalsContract, {
          pluginId: 'approvals',
          fetchApi,
        }),
    }),
});

const approvalsPage = PageBlueprint.makeWithOverrides({
  inputs: {
    requestKinds: createExtensionInput([
      RequestKindBlueprint.dataRefs.requestKind,
    ]),
  },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: '/requests',
      routeRef: rootRouteRef,
      title: '资源申请',
      icon: <RiFileList3Line />,
      noHeader: true,
      loader: async () => {
        const { RequestsRouter } = await import('./components/RequestsRouter');
        const kinds = inputs.requestKinds.map(input =>
          input.get(RequestKindBlueprint.dataRefs.requestKind),
        );
        return <RequestsRouter kinds={kinds} />;
      },
    }),
});

export const approvalsPlugin = createFrontendPlugin({
  pluginId: 'approvals',
  title: '资源申请',
  icon: <RiFileList3Line />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    newRequest: newRequestRouteRef,
    request: requestRouteRef,
    delegations: delegationsRouteRef,
    policy: policyRouteRef,
  },
  externalRoutes: { tenant: tenantRouteRef },
  extensions: [approvalsApi, approvalsPage],
});
