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

/** Make a tenant. @public */
export const tenantCreatePermission = createPermission({
  name: 'tenancy.tenant.create',
  attributes: { action: 'create' },
});

/** Change the names and contacts of a tenant. @public */
export const tenantUpdatePermission = createPermission({
  name: 'tenancy.tenant.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/** Suspend, close and reopen a tenant. @public */
export const tenantSetStatePermission = createPermission({
  name: 'tenancy.tenant.set-state',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/** Give people roles in a tenant, and take them away. @public */
export const memberUpdatePermission = createPermission({
  name: 'tenancy.member.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/** Make, change and delete the custom roles of a tenant. @public */
export const customRoleUpdatePermission = createPermission({
  name: 'tenancy.custom-role.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/** Change the organisation tree of a tenant. @public */
export const departmentUpdatePermission = createPermission({
  name: 'tenancy.department.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/** See the namespaces that a tenant holds. @public */
export const tenantNamespaceReadPermission = createPermission({
  name: 'tenancy.namespace.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_NAMESPACE,
});

/** Download what was kept of a namespace before it was deleted. @public */
export const namespaceExportReadPermission = createPermission({
  name: 'tenancy.namespace-export.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_NAMESPACE,
});

/** Every permission of tenancy. @public */
export const tenancyPermissions = [
  tenantReadPermission,
  tenantCreatePermission,
  tenantUpdatePermission,
  tenantSetStatePermission,
  memberUpdatePermission,
  customRoleUpdatePermission,
  departmentUpdatePermission,
  tenantNamespaceReadPermission,
  namespaceExportReadPermission,
];
