import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { RowAccess } from '@caas/contract-node';
import {
  requestReadPermission,
  requestRetryPermission,
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

  /** Only asked for requests that have failed. */
  async mayRetry(
    file: RequestFile,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    if (file.request.state !== 'failed') return false;
    const access = await this.ask(requestRetryPermission, credentials);
    return access.allows(scopeOf(file));
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
