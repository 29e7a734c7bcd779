import type { Permission } from '@backstage/plugin-permission-common';
import { usePermission } from '@backstage/plugin-permission-react';

/** Whether the person may, in this tenant; not yet, while the answer is on its way. The backend decides again by itself. */
export function useMayInTenant(permission: Permission, code: string): boolean {
  const { allowed } = usePermission({
    permission,
    resourceRef: code,
  } as Parameters<typeof usePermission>[0]); // that it is about rows is in the permission
  return allowed;
}
