import { type ReactElement } from 'react';
import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { standIn } from '@caas/portal-ui/testing';
import { externalRoutes } from '../routes';

/** The pages that the workbench leads to. */
export const targets = [
  standIn({
    pluginId: 'approvals',
    path: '/requests',
    below: { request: '/:id', newRequest: '/new' },
  }),
  standIn({
    pluginId: 'tenancy',
    path: '/tenants',
    below: { tenant: '/:code' },
  }),
  standIn({ pluginId: 'search', path: '/search' }),
  standIn({
    pluginId: 'catalog',
    path: '/catalog',
    rootName: 'catalogIndex',
    below: { catalogEntity: '/:namespace/:kind/:name' },
  }),
  standIn({ pluginId: 'scaffolder', path: '/create' }),
  standIn({ pluginId: 'api-docs', path: '/api-docs' }),
  standIn({ pluginId: 'techdocs', path: '/docs' }),
];

/** The workbench with nothing but one part of it. */
export function homeWith(part: ReactElement) {
  return createFrontendPlugin({
    pluginId: 'home',
    externalRoutes,
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/',
          routeRef: createRouteRef(),
          noHeader: true,
          loader: async () => part,
        },
      }),
    ],
  });
}
