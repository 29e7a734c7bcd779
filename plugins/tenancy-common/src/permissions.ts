import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of tenants. @public */
export const RESOURCE_TYPE_TENANT = 'tenancy-tenant';

/** Resource type of the namespaces that tenants hold. @public */
export const RESOURCE_TYPE_NAMESPACE = 'tenancy-namespace';

/** See a tenant, its members and its quotas. @public */
export const tenantReadPermission = createPermission({
  name: 'tenancy.tenant.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/** See the namespaces that a tenant holds. @public */
export const tenantNamespaceReadPermission = createPermission({
  name: 'tenancy.namespace.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_NAMESPACE,
});

/** Every permission of tenancy. @public */
export const tenancyPermissions = [
  tenantReadPermission,
  tenantNamespaceReadPermission,
];
