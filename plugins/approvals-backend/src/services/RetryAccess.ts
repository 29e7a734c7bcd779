import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { RowAccess } from '@caas/contract-node';
import { requestRetryPermission } from '@caas/plugin-approvals-common';
import { peopleOf, type RequestFile } from '../domain/request';

/** Whether a person may retry a request: only asked for requests that have failed. */
export class RetryAccess {
  static create(options: { permissions: PermissionsService }): RetryAccess {
    return new RetryAccess(options.permissions);
  }

  private constructor(private readonly permissions: PermissionsService) {}

  async allows(
    file: RequestFile,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    if (file.request.state !== 'failed') return false;
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission: requestRetryPermission }],
      { credentials },
    );
    return RowAccess.fromDecision(decision).allows({
      tenant: file.request.tenant,
      people: peopleOf(file),
    });
  }
}
