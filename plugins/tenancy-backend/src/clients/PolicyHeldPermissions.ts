import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { RowAccess } from '@caas/contract-node';
import { approvalsPermissions } from '@caas/plugin-approvals-common';
import { clustersPermissions } from '@caas/plugin-clusters-common';
import {
  CUSTOM_ROLE_PERMISSIONS,
  tenancyPermissions,
  type CustomRolePermission,
} from '@caas/plugin-tenancy-common';
import type { HeldPermissions } from './HeldPermissions';

type RowPermission = Parameters<
  PermissionsService['authorizeConditional']
>[0][number]['permission'];

const all = [
  ...tenancyPermissions,
  ...approvalsPermissions,
  ...clustersPermissions,
];

/** Asks the policy about each permission, as the gate of an operation would. */
export class PolicyHeldPermissions implements HeldPermissions {
  static create(options: {
    permissions: PermissionsService;
  }): PolicyHeldPermissions {
    return new PolicyHeldPermissions(options.permissions);
  }

  private constructor(private readonly permissions: PermissionsService) {}

  async listHeld(
    credentials: BackstageCredentials,
    tenant: string,
  ): Promise<CustomRolePermission[]> {
    const decisions = await this.permissions.authorizeConditional(
      CUSTOM_ROLE_PERMISSIONS.map(({ name }) => ({
        permission: permissionOf(name),
      })),
      { credentials },
    );
    return CUSTOM_ROLE_PERMISSIONS.map(({ name }) => name).filter(
      (_name, index) =>
        RowAccess.fromDecision(decisions[index]).allows({ tenant }),
    );
  }
}

function permissionOf(name: CustomRolePermission): RowPermission {
  const found = all.find(permission => permission.name === name);
  if (found?.type === 'resource') return found;
  throw new Error(`'${name}' is no permission about what a tenant owns`);
}
