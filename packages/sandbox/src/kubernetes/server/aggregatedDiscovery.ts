import { verbsOf } from '../api/kinds';
import type { ResourceKind } from '../api/ResourceKind';
import { SUBRESOURCES } from '../api/subresources';

/** The content type of discovery in one piece. */
export const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Every resource of the core group, or of all others, in one answer. */
export function aggregatedDiscovery(kinds: readonly ResourceKind[]) {
  const groups = [...new Set(kinds.map(({ group }) => group))];
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(group => {
      const own = kinds.filter(kind => kind.group === group);
      const versions = [...new Set(own.map(({ version }) => version))];
      return {
        metadata: { ...(group && { name: group }), creationTimestamp: null },
        versions: versions.map(version => ({
          version,
          resources: own.filter(kind => kind.version === version).map(describe),
          freshness: 'Current',
        })),
      };
    }),
  };
}

function describe(kind: ResourceKind) {
  const { shortNames, categories, subresources } = kind;
  // Empty stands for the group and version around it.
  const responseKind = { group: '', version: '', kind: kind.kind };
  return {
    resource: kind.plural,
    responseKind,
    scope: kind.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: kind.singular,
    verbs: verbsOf(kind),
    ...(shortNames.length > 0 && { shortNames }),
    ...(categories.length > 0 && { categories }),
    ...(subresources.length > 0 && {
      subresources: subresources.map(subresource => ({
        subresource,
        responseKind: SUBRESOURCES[subresource].responseKind ?? responseKind,
        verbs: SUBRESOURCES[subresource].verbs,
      })),
    }),
  };
}
