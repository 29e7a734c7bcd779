import { KINDS, type ResourceKind } from '../api/kinds';

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

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

const groupVersions = () => [
  ...new Set(KINDS.map(kind => `${kind.group}/${kind.version}`)),
];

/** Answers of `/version`, `/api`, `/apis` and below; undefined for other paths. */
export function discover(pathname: string): unknown {
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
      serverAddressByClientCIDRs: [],
    };
  }
  if (pathname === '/apis') {
    const groups = groupVersions()
      .filter(text => !text.startsWith('/'))
      .map(groupOf);
    return { kind: 'APIGroupList', apiVersion: 'v1', groups };
  }
  const list = /^\/(?:api\/(v1)|apis\/([^/]+)\/([^/]+))$/.exec(pathname);
  if (list) {
    const [, core, group = '', version = core] = list;
    const kinds = KINDS.filter(
      kind => kind.group === group && kind.version === version,
    );
    if (kinds.length === 0) return undefined;
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: group ? `${group}/${version}` : version,
      resources: kinds.flatMap(describe),
    };
  }
  const group = /^\/apis\/([^/]+)$/.exec(pathname)?.[1];
  const known = groupVersions().find(text => text.startsWith(`${group}/`));
  return group && known
    ? { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(known) }
    : undefined;
}

function groupOf(groupVersion: string) {
  const [name, version] = groupVersion.split('/');
  const entry = { groupVersion, version };
  return { name, versions: [entry], preferredVersion: entry };
}

function describe(kind: ResourceKind) {
  const base = {
    namespaced: kind.namespaced,
    kind: kind.kind,
    singularName: kind.singular,
  };
  return [
    { ...base, name: kind.plural, shortNames: kind.shortNames, verbs: VERBS },
    ...kind.subresources.map(subresource => ({
      ...base,
      singularName: '',
      name: `${kind.plural}/${subresource}`,
      verbs: ['get', 'patch', 'update'],
      ...(subresource === 'scale' && {
        group: 'autoscaling',
        version: 'v1',
        kind: 'Scale',
      }),
    })),
  ];
}
