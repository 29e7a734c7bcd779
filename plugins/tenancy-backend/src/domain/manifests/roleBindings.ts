import type { TenantRole } from '@caas/plugin-tenancy-common';
import { kubernetesKinds } from './kubernetesKinds';
import type { ObjectMetadata } from './ObjectMetadata';

const { RoleBinding } = kubernetesKinds;

/** Cluster role that a tenant role has inside the tenant's namespaces. */
const CLUSTER_ROLES: Record<TenantRole, string> = {
  'tenant-admin': 'admin',
  developer: 'edit',
  operator: 'edit',
  viewer: 'view',
};

/** Binds the tenant's groups, as the cluster's sign-in names them: `caas:<tenant>:<role>`. */
export function roleBindings(
  tenant: string,
  metadata: (name: string) => ObjectMetadata,
) {
  return Object.entries(CLUSTER_ROLES).map(
    ([role, clusterRole]) =>
      new RoleBinding({
        metadata: metadata(`caas-${role}`),
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: clusterRole,
        },
        subjects: [
          {
            apiGroup: 'rbac.authorization.k8s.io',
            kind: 'Group',
            name: `caas:${tenant}:${role}`,
          },
        ],
      }),
  );
}
