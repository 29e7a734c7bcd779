import { createPermission } from '@backstage/plugin-permission-common';

/** Use what Backstage serves for maintenance under the address of every plugin: scheduled tasks, and actions. */
export const maintenanceUsePermission = createPermission({
  name: 'portal.maintenance.use',
  attributes: {},
});
