import { verbsOf } from '../api/kinds';
import type { ResourceKind } from '../api/ResourceKind';
import { SUBRESOURCES } from '../api/subresources';

/** Version that the sandbox says it is. */
export const VERSION = {
  major: '1',
  minor: '34',
  gitVersion: 'v1.34.1-caas-sandbox',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '2026-01-01T00:00:00Z',
  goVersion: 'none',
  compiler: 'none',
  platform: 'linux/amd64',
};

const groupsOf = (kinds: readonly ResourceKind[]) => [
  ...new Set(kinds.map(({ group }) => group).filter(Boolean)),
];

/** Answers of `/version`, `/api`, `/apis` and below; undefined for other paths. */
export function discover(
  kinds: readonly ResourceKind[],
  pathname: string,
  address: string,
): unknown {
  if (pathname === '/version') return VERSION;
  if (
    pathname === '/healthz' ||
    pathname === '/livez' ||
    pathname === '/readyz'
  )
    return 'ok';
  if (pathname === '/api') {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [
        { clientCIDR: '0.0.0.0/0', serverAddress: address },
      ],
    };
  }
  if (pathname === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groupsOf(kinds).map(group => describeGroup(kinds, group)),
    };
  }
  const list = /^\/(?:api\/(v1)|apis\/([^/]+)\/([^/]+))$/.exec(pathname);
  if (list) {
    const [, core, group = '', version = core] = list;
    const own = kinds.filter(
      kind => kind.group === group && kind.version === version,
    );
    if (own.length === 0) return undefined;
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: group ? `${group}/${version}` : version,
      resources: own.flatMap(describe),
    };
  }
  const group = /^\/apis\/([^/]+)$/.exec(pathname)?.[1];
  return group && groupsOf(kinds).includes(group)
    ? { kind: 'APIGroup', apiVersion: 'v1', ...describeGroup(kinds, group) }
    : undefined;
}

function describeGroup(kinds: readonly ResourceKind[], name: string) {
  const own = kinds.filter(({ group }) => group === name);
  const versions = [...new Set(own.map(({ version }) => version))].map(
    version => ({ groupVersion: `${name}/${version}`, version }),
  );
  return { name, versions, preferredVersion: versions[0] };
}

function describe(kind: ResourceKind) {
  const base = { namespaced: kind.namespaced, kind: kind.kind };
  return [
    {
      ...base,
      name: kind.plural,
      singularName: kind.singular,
      verbs: verbsOf(kind),
      ...(kind.shortNames.length > 0 && { shortNames: kind.shortNames }),
      ...(kind.categories.length > 0 && { categories: kind.categories }),
    },
    ...kind.subresources.map(subresource => ({
      ...base,
      singularName: '',
      name: `${kind.plural}/${subresource}`,
      verbs: SUBRESOURCES[subresource].verbs,
      ...SUBRESOURCES[subresource].responseKind,
    })),
  ];
}
