import type { RowAccess } from '@caas/contract-node';
import type { RegisteredCluster } from '../ClusterRegistry';
import type { ClusterView } from '../ClusterView';
import type { SeenNamespace } from '../resources/namespaces';
import { byName } from '../byName';

/** Where something stands. */
export type Place = { cluster: string; tenant?: string };

/** Which namespaces somebody asks for. */
export type Scope = { cluster?: string; namespace?: string; tenant?: string };

/** A namespace that somebody may see, on its cluster. */
export type VisibleNamespace = {
  place: Place;
  view: ClusterView;
  namespace: SeenNamespace;
};

/** The namespaces that somebody asks for and may see: clusters in the order of the registry, namespaces by name. */
export function* visibleNamespaces(
  clusters: readonly RegisteredCluster[],
  { cluster, namespace, tenant }: Scope,
  access: RowAccess,
): Generator<VisibleNamespace> {
  for (const { definition, view } of clusters) {
    if (cluster && definition.name !== cluster) continue;
    const seen = view.namespaces.seen;
    const found = namespace ? [seen.find(namespace) ?? []].flat() : seen.all();
    const visible = [...found].filter(
      each =>
        (!tenant || each.tenant === tenant) &&
        access.allows({ tenant: each.tenant }),
    );
    for (const each of visible.sort(byName)) {
      const place = { cluster: definition.name, tenant: each.tenant };
      yield { place, view, namespace: each };
    }
  }
}
