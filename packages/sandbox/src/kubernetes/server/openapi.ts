import { apiVersionOf } from '../api/kinds';
import type { ResourceKind } from '../api/ResourceKind';
import { VERSION } from './discovery';

const rootOf = (kind: ResourceKind) =>
  kind.group ? `apis/${apiVersionOf(kind)}` : `api/${apiVersionOf(kind)}`;

/**
 * The part of Kubernetes' OpenAPI v3 documents that `kubectl` reads before it writes: which kinds there are, and that the
 * server checks fields itself (`fieldValidation`), so that the client need not.
 */
export function openApi(
  served: readonly ResourceKind[],
  pathname: string,
): unknown {
  const roots = [...new Set(served.map(rootOf))];
  if (pathname === '/openapi/v3') {
    return {
      paths: Object.fromEntries(
        roots.map(root => [root, { serverRelativeURL: `/openapi/v3/${root}` }]),
      ),
    };
  }
  const root = roots.find(candidate => pathname === `/openapi/v3/${candidate}`);
  if (!root) return undefined;
  const kinds = served.filter(kind => rootOf(kind) === root);
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: VERSION.gitVersion },
    paths: Object.fromEntries(
      kinds.map(kind => [pathOf(kind, root), { patch: patchOf(kind) }]),
    ),
    components: { schemas: {} },
  };
}

function pathOf(kind: ResourceKind, root: string): string {
  const scope = kind.namespaced ? '/namespaces/{namespace}' : '';
  return `/${root}${scope}/${kind.plural}/{name}`;
}

function patchOf({ group, version, kind }: ResourceKind) {
  return {
    'x-kubernetes-action': 'patch',
    'x-kubernetes-group-version-kind': { group, version, kind },
    parameters: ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map(
      name => ({ name, in: 'query', schema: { type: 'string' } }),
    ),
    responses: {},
  };
}
