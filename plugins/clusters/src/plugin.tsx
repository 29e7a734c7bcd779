import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiServerLine } from '@remixicon/react';
import { clustersApi } from './api';
import {
  applySetRouteRef,
  clusterRouteRef,
  namespaceRouteRef,
  nodeRouteRef,
  podRouteRef,
  rootRouteRef,
  tenantRouteRef,
} from './routes';

const clustersPage = PageBlueprint.make({
  params: {
    path: '/clusters',
    routeRef: rootRouteRef,
    // The page says its title in the person's language itself.
    noHeader: true,
    loader: () =>
      import('./components/ClustersRouter').then(m => <m.ClustersRouter />),
  },
});

const instancesTab = EntityContentBlueprint.make({
  name: 'instances',
  params: {
    path: 'running',
    title: 'Running',
    group: 'deployment',
    filter: { kind: 'component' },
    loader: () =>
      import('./components/EntityInstances').then(m => <m.EntityInstances />),
  },
});

export const clustersPlugin = createFrontendPlugin({
  pluginId: 'clusters',
  title: '集群',
  icon: <RiServerLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    cluster: clusterRouteRef,
    node: nodeRouteRef,
    namespace: namespaceRouteRef,
    pod: podRouteRef,
    applySet: applySetRouteRef,
  },
  externalRoutes: { tenant: tenantRouteRef },
  extensions: [clustersApi, clustersPage, instancesTab],
});
