import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';

/** A page of another plugin, so that links to it lead somewhere. */
function page(
  pluginId: string,
  path: string,
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
    routes: { root, ...routes },
    extensions: [
      PageBlueprint.make({
        params: { path, routeRef: root, loader: async () => <div /> },
      }),
    ],
  });
}

/** What the pages of tenants lead to, for tests and the dev page. */
export const standIns = [
  page('approvals', '/requests', { newRequest: '/new', request: '/:id' }),
  page('clusters', '/clusters', {
    namespace: '/:cluster/namespaces/:namespace',
  }),
  page('audit', '/audit'),
];
