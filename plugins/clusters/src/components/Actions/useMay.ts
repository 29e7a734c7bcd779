import type { Permission } from '@backstage/plugin-permission-common';
import { usePermission } from '@backstage/plugin-permission-react';

/** Whether the person may; not yet, while the answer is on its way. The backend decides again by itself. */
export function useMay(
  permission: Permission,
  place?: { cluster: string; namespace: string },
): boolean {
  const { allowed } = usePermission({
    permission,
    resourceRef: place && `${place.cluster}/${place.namespace}`,
  } as Parameters<typeof usePermission>[0]); // whether it is about rows is in the permission
  return allowed;
}
