import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiHome5Line } from '@remixicon/react';
import { externalRoutes, rootRouteRef } from './routes';

/** The workbench: what waits for me, what I asked for, what my tenants use. */
export const homePlugin = createFrontendPlugin({
  pluginId: 'home',
  title: '工作台',
  icon: <RiHome5Line />,
  routes: { root: rootRouteRef },
  externalRoutes,
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/',
        routeRef: rootRouteRef,
        noHeader: true,
        loader: () => import('./HomePage').then(m => <m.HomePage />),
      },
    }),
  ],
});
