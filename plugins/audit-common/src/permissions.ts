import { createPermission } from '@backstage/plugin-permission-common';

/** Read the audit trail. @public */
export const auditReadPermission = createPermission({
  name: 'audit.event.read',
  attributes: { action: 'read' },
});

/** Every permission of audit. @public */
export const auditPermissions = [auditReadPermission];
