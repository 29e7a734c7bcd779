import { ApiError } from '../api/ApiError';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { permits, type Action, type Rule } from './rules';
import type { User } from './User';

type Subject = { kind: string; name: string; namespace?: string };

/** Whether a role that is bound to the user allows the action: everywhere, or in the namespace of the action. */
export function isAllowed(
  store: ObjectStore,
  user: User,
  action: Action,
): boolean {
  const bindings = [
    ...store.list(kindOf('ClusterRoleBinding')),
    ...(action.namespace
      ? store.list(kindOf('RoleBinding'), action.namespace)
      : []),
  ];
  return bindings
    .filter(binding => isBound(binding, user))
    .flatMap(binding => rulesOf(store, binding))
    .some(rule => permits(rule, action));
}

/** Refuses what no role allows, in the words of Kubernetes. */
export function authorize(
  store: ObjectStore,
  user: User,
  action: Action,
): void {
  if (isAllowed(store, user, action)) return;
  const { verb, group = '', resource = '', namespace, name, path } = action;
  const who = `User ${JSON.stringify(user.name)} cannot ${verb}`;
  if (path !== undefined) {
    throw new ApiError(
      403,
      'Forbidden',
      `forbidden: ${who} path ${JSON.stringify(path)}`,
      {},
    );
  }
  const [plural] = resource.split('/');
  const what = group ? `${plural}.${group}` : plural;
  const where = namespace
    ? `in the namespace ${JSON.stringify(namespace)}`
    : 'at the cluster scope';
  throw new ApiError(
    403,
    'Forbidden',
    `${what}${name ? ` ${JSON.stringify(name)}` : ''} is forbidden: ${who} resource ${JSON.stringify(resource)} in API group ${JSON.stringify(group)} ${where}`,
    { ...(name && { name }), ...(group && { group }), kind: plural },
  );
}

function isBound(
  { subjects, metadata }: KubernetesObject,
  user: User,
): boolean {
  return ((subjects ?? []) as Subject[]).some(({ kind, name, namespace }) => {
    switch (kind) {
      case 'User':
        return name === user.name;
      case 'Group':
        return user.groups.includes(name);
      default:
        return (
          user.name ===
          `system:serviceaccount:${namespace ?? metadata.namespace}:${name}`
        );
    }
  });
}

function rulesOf(store: ObjectStore, binding: KubernetesObject): Rule[] {
  const { kind, name } = binding.roleRef;
  const role = store.find(kindOf(kind), binding.metadata.namespace, name);
  return role?.rules ?? [];
}
