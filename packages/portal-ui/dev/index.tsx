/** Every piece on one page. `yarn workspace @caas/portal-ui start`. */
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';

const rootRouteRef = createRouteRef();

const pieces = createFrontendPlugin({
  pluginId: 'portal-ui',
  routes: { root: rootRouteRef },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/',
        routeRef: rootRouteRef,
        noHeader: true,
        loader: () => import('./PiecesPage').then(m => <m.PiecesPage />),
      },
    }),
  ],
});

createDevApp({ features: [pieces] });
