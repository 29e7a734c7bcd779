import {
  CUSTOM_ROLE_PERMISSIONS,
  type CustomRolePermission,
} from '@caas/plugin-tenancy-common';

/** What permissions are about, in the order of the editor; each is the beginning of its permissions' names. */
export const PERMISSION_GROUPS = ['tenancy', 'approvals', 'clusters'] as const;

export type PermissionGroup = (typeof PERMISSION_GROUPS)[number];

type Grantable = (typeof CUSTOM_ROLE_PERMISSIONS)[number];

/** The permissions that a custom role may hold, by what they are about. */
export function permissionsOf(group: PermissionGroup): Grantable[] {
  return CUSTOM_ROLE_PERMISSIONS.filter(({ name }) =>
    name.startsWith(`${group}.`),
  );
}

/** The words of a permission. */
export function labelOf(name: CustomRolePermission): Grantable['label'] {
  // Safe: the type has the names of this list and no others.
  return CUSTOM_ROLE_PERMISSIONS.find(each => each.name === name)!.label;
}
