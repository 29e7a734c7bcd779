import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CustomRolePermission } from '@caas/plugin-tenancy-common';

/** What somebody may do in a tenant, by the portal's own policy. */
export interface HeldPermissions {
  /** Those of the permissions that a custom role can hold. */
  listHeld(
    credentials: BackstageCredentials,
    tenant: string,
  ): Promise<CustomRolePermission[]>;
}
