import type { RequestListener } from 'node:http';

/** What express keeps of a router; not part of its types. */
type Layer = {
  regexp?: RegExp;
  handle: unknown;
  route?: { path: string; methods: Record<string, boolean> };
};
type Stacked = { stack?: Layer[]; _router?: { stack: Layer[] } };

/** A route of a running server, `where` the mount points that lead to it. */
export type RunningRoute = { where: string; method: string; path: string };

/** Every route that express would answer, in the whole tree of routers behind a listener. */
export function listRoutes(listener: RequestListener): RunningRoute[] {
  // Express says nothing in its types of the stack of layers that each application has.
  return walk(listener as unknown as Stacked, '');
}

function walk(node: Stacked, where: string): RunningRoute[] {
  const stack = node.stack ?? node._router?.stack ?? [];
  return stack.flatMap(({ regexp, handle, route }) => {
    if (!route) return walk(handle as Stacked, where + mountOf(regexp));
    return Object.keys(route.methods).map(method => ({
      where,
      method: method.toUpperCase(),
      path: route.path,
    }));
  });
}

/** `/api/tenancy`, out of the expression that express makes of it. */
function mountOf(regexp: RegExp | undefined): string {
  const match = /^\^((?:\\\/[\w.-]+)+)/.exec(regexp?.source ?? '');
  return match ? match[1].replaceAll('\\/', '/') : '';
}
