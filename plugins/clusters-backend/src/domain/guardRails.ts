import { LABELS, type DesiredObject } from '@caas/plugin-clusters-common';
import { describeObject, isSameObject, keyOf } from './applySet';
import { kindAndGroup } from './managedKinds';

/** Kinds that an owner may put, with their group. An owner that is not here may put nothing. */
const ALLOWED_KINDS: Readonly<Record<string, readonly string[]>> = {
  'plugin:tenancy': [
    'Namespace',
    'ResourceQuota',
    'LimitRange',
    'NetworkPolicy.networking.k8s.io',
    'Role.rbac.authorization.k8s.io',
    'RoleBinding.rbac.authorization.k8s.io',
    'ServiceAccount',
    'ConfigMap',
  ],
};

/** Kinds that stand outside namespaces. */
const CLUSTER_SCOPED = ['Namespace'];

/**
 * Why an owner may not put these objects for this tenant, in a sentence, or undefined when it may.
 *
 * What can only be seen on the cluster (whether a namespace already belongs to somebody else) is checked by the
 * reconciler, before it touches anything.
 */
export function refuse(
  owner: string,
  tenant: string,
  objects: readonly DesiredObject[],
): string | undefined {
  const allowed = ALLOWED_KINDS[owner] ?? [];
  for (const [index, object] of objects.entries()) {
    const key = keyOf(object);
    const what = describeObject(key);
    if (!allowed.includes(kindAndGroup(object))) {
      return `${what} is refused: '${owner}' may put ${allowed.join(', ') || 'nothing'} on a cluster, and this is a ${kindAndGroup(object)}`;
    }
    if (objects.findIndex(other => isSameObject(keyOf(other), key)) !== index) {
      return `${what} is refused: it is in the apply set twice`;
    }
    if (!CLUSTER_SCOPED.includes(object.kind) && !key.namespace) {
      return `${what} is refused: it names no namespace`;
    }
    if (object.kind === 'Namespace' && tenantOf(object) !== tenant) {
      return `${what} is refused: its label '${LABELS.tenant}' is '${tenantOf(object) ?? ''}', and the apply set belongs to the tenant '${tenant}'`;
    }
  }
  return undefined;
}

/** Code of the tenant in an object's labels. */
export function tenantOf(object: {
  metadata: { [field: string]: unknown };
}): string | undefined {
  const labels = object.metadata.labels as Record<string, string> | undefined;
  return labels?.[LABELS.tenant];
}
