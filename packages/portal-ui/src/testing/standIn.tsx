import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  type ExtensionInput,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';

/**
 * A plugin with an empty page that stands for another one, so that links to that one lead somewhere.
 *
 * @public
 */
export function standIn(options: {
  pluginId: string;
  path: string;
  /** The name of its route to the page itself, where that is not `root`. */
  rootName?: string;
  /** Its other routes: their names, and their paths below that of the page. */
  below?: Record<string, `/${string}`>;
  /** What other plugins may attach to its page. */
  inputs?: Record<string, ExtensionInput>;
}) {
  const { pluginId, path, rootName = 'root', below = {}, inputs } = options;
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
      PageBlueprint.makeWithOverrides({
        inputs,
        factory: originalFactory =>
          originalFactory({ path, routeRef: root, loader: async () => <></> }),
      }),
    ],
  });
}
