import { createRowResource } from '@caas/contract-node';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  customRoleUpdatePermission,
  departmentUpdatePermission,
  memberUpdatePermission,
  namespaceExportReadPermission,
  RESOURCE_TYPE_NAMESPACE,
  RESOURCE_TYPE_TENANT,
  tenantNamespaceReadPermission,
  tenantCreatePermission,
  tenantReadPermission,
  tenantSetStatePermission,
  tenantUpdatePermission,
} from '@caas/plugin-tenancy-common';
import type { NamespaceStore } from './database/NamespaceStore';

/** Tells the permission framework what rows of ours look like, for decisions that are made outside this plugin. */
export function registerResources(
  registry: PermissionsRegistryService,
  namespaces: NamespaceStore,
): void {
  // About no tenant that is there already.
  registry.addPermissions([tenantCreatePermission]);
  registry.addResourceType({
    ...createRowResource({
      pluginId: 'tenancy',
      resourceType: RESOURCE_TYPE_TENANT,
    }),
    permissions: [
      tenantReadPermission,
      tenantUpdatePermission,
      tenantSetStatePermission,
      memberUpdatePermission,
      customRoleUpdatePermission,
      departmentUpdatePermission,
    ],
    getResources: async codes => codes.map(tenant => ({ tenant })),
  });
  registry.addResourceType({
    ...createRowResource({
      pluginId: 'tenancy',
      resourceType: RESOURCE_TYPE_NAMESPACE,
    }),
    permissions: [tenantNamespaceReadPermission, namespaceExportReadPermission],
    getResources: async ids => {
      const found = await namespaces.listByIds(ids);
      return ids.map(id => {
        const row = found.find(namespace => namespace.id === id);
        return row && { tenant: row.tenant, people: [row.requester] };
      });
    },
  });
}
