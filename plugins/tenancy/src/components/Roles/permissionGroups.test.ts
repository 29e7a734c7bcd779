import { CUSTOM_ROLE_PERMISSIONS } from '@caas/plugin-tenancy-common';
import { PERMISSION_GROUPS, permissionsOf } from './permissionGroups';

it('shows every permission that a custom role may hold, once', () => {
  const shown = PERMISSION_GROUPS.flatMap(permissionsOf);
  expect(shown.map(({ name }) => name).sort()).toEqual(
    CUSTOM_ROLE_PERMISSIONS.map(({ name }) => name).sort(),
  );
});
