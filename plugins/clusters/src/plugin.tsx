import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiServerLine } from '@remixicon/react';
import { clustersApi } from './api';
import { rootRouteRef, tenantRouteRef } from './routes';

const clustersPage = PageBlueprint.make({
  params: {
    path: '/clusters',
    routeRef: rootRouteRef,
    // The page says its title in the person's language itself.
    noHeader: true,
    loader: () =>
      import('./components/ClustersPage').then(m => <m.ClustersPage />),
  },
});

export const clustersPlugin = createFrontendPlugin({
  pluginId: 'clusters',
  title: '集群',
  icon: <RiServerLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: { tenant: tenantRouteRef },
  extensions: [clustersApi, clustersPage],
});
