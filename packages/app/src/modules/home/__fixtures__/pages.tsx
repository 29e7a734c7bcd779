import { type ReactElement } from 'react';
import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { externalRoutes } from '../routes';

/** A page of another plugin, to which the workbench leads. */
function page(
  pluginId: string,
  path: string,
  rootName: string,
  below: Record<string, `/${string}`> = {},
) {
  const root = createRouteRef();
  const routes = Object.fromEntries(
    Object.entries(below).map(([name, subPath]) => [
      name,
      createSubRouteRef({ parent: root, path: subPath }),
    ]),
  );
  return createFrontendPlugin({
    pluginId,
    routes: { [rootName]: root, ...routes },
    extensions: [
      PageBlueprint.make({
        params: { path, routeRef: root, loader: async () => <></> },
      }),
    ],
  });
}

/** The pages that the workbench leads to. */
export const targets = [
  page('approvals', '/requests', 'root', {
    request: '/:id',
    newRequest: '/new',
  }),
  page('tenancy', '/tenants', 'root', { tenant: '/:code' }),
  page('search', '/search', 'root'),
  page('catalog', '/catalog', 'catalogIndex', {
    catalogEntity: '/:namespace/:kind/:name',
  }),
  page('scaffolder', '/create', 'root'),
  page('api-docs', '/api-docs', 'root'),
  page('techdocs', '/docs', 'root'),
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
