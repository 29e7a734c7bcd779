import { groupOf, type ObjectKey } from './applySet';

/** Kinds that stand in apply sets, with their group, and the collection of each on a cluster. */
const PATHS: Readonly<Record<string, string>> = {
  Namespace: '/api/v1/namespaces',
  ResourceQuota: '/api/v1/resourcequotas',
  LimitRange: '/api/v1/limitranges',
  ServiceAccount: '/api/v1/serviceaccounts',
  ConfigMap: '/api/v1/configmaps',
  'NetworkPolicy.networking.k8s.io':
    '/apis/networking.k8s.io/v1/networkpolicies',
  'Role.rbac.authorization.k8s.io': '/apis/rbac.authorization.k8s.io/v1/roles',
  'RoleBinding.rbac.authorization.k8s.io':
    '/apis/rbac.authorization.k8s.io/v1/rolebindings',
};

/** Where a cluster keeps the objects of this kind; undefined for one that no owner may put. */
export function collectionOf(key: ObjectKey): string | undefined {
  return PATHS[kindAndGroup(key)];
}

/** `RoleBinding.rbac.authorization.k8s.io`: another group may have a kind of the same name. */
export function kindAndGroup(object: {
  apiVersion: string;
  kind: string;
}): string {
  return [object.kind, groupOf(object)].filter(Boolean).join('.');
}

/** `rbac.authorization.k8s.io/v1` of `/apis/rbac.authorization.k8s.io/v1/roles`: lists do not say it of their items. */
export function apiVersionAt(path: string): string {
  const [, root, ...rest] = path.split('/');
  return root === 'api' ? rest[0] : `${rest[0]}/${rest[1]}`;
}
