import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { RowAccess } from '@caas/contract-node';
import {
  nextState,
  requestCancelPermission,
  requestReadPermission,
  requestRetryPermission,
  type RequestCommand,
} from '@caas/plugin-approvals-common';
import { scopeOf, type RequestFile } from '../domain/request';

/** What a caller may do besides what they call for. */
export class RequestPermissions {
  static create(options: {
    permissions: PermissionsService;
  }): RequestPermissions {
    return new RequestPermissions(options.permissions);
  }

  private constructor(private readonly permissions: PermissionsService) {}

  /** What they may see, whatever they may change. */
  readable(credentials: BackstageCredentials): Promise<RowAccess> {
    return this.ask(requestReadPermission, credentials);
  }

  /** What else they may do with a request; asked only where the request lets anybody do it. */
  async permits(
    file: RequestFile,
    credentials: BackstageCredentials,
  ): Promise<{ retry: boolean; cancel: boolean }> {
    const may = async (
      command: RequestCommand,
      permission: ResourcePermission,
    ) =>
      nextState(file.request.state, command) !== undefined &&
      (await this.ask(permission, credentials)).allows(scopeOf(file));
    return {
      retry: await may('retry', requestRetryPermission),
      cancel: await may('cancel', requestCancelPermission),
    };
  }

  private async ask(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<RowAccess> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return RowAccess.fromDecision(decision);
  }
}
