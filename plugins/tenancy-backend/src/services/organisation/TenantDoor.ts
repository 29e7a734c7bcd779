import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { RowAccess } from '@caas/contract-node';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { TenantStore } from '../../database/TenantStore';
import { tenantNotFound, type TenantSummary } from '../../domain/tenant';
import type { MembershipService } from '../MembershipService';

/** Who calls, and what they may touch under the permission of the operation. */
export type Caller = {
  access: RowAccess;
  actor?: string;
  credentials: BackstageCredentials;
};

type Options = { tenants: TenantStore; memberships: MembershipService };

/** Decides on a loaded tenant whether somebody may do something in it. */
export class TenantDoor {
  static create(options: Options): TenantDoor {
    return new TenantDoor(options);
  }

  private constructor(private readonly options: Options) {}

  /**
   * The tenant, for whoever may.
   *
   * @throws NotFoundError for a tenant that the caller has nothing to do with, as for one that does not exist;
   * NotAllowedError with whom to ask for one that they are in.
   */
  async open(
    { access, actor }: Pick<Caller, 'access' | 'actor'>,
    code: string,
  ): Promise<TenantSummary> {
    const tenant = await this.options.tenants.find(code);
    if (tenant && access.allows({ tenant: code })) return tenant;
    if (tenant && (await this.isIn(actor, code))) {
      throw inBothLanguages(NotAllowedError, {
        'zh-CN': `您在租户“${code}”没有此权限。请联系该租户的租户管理员`,
        en: `You may not do this in tenant '${code}'. Ask a tenant administrator of it`,
      });
    }
    throw tenantNotFound(code);
  }

  private async isIn(actor: string | undefined, code: string) {
    if (!actor?.startsWith('user:')) return false;
    const { tenants } = await this.options.memberships.get(actor);
    return tenants.some(tenant => tenant.code === code);
  }
}

/** Whether the caller may do this in every tenant, by a role of the platform. */
export function isOfPlatform({ access }: Pick<Caller, 'access'>): boolean {
  // A row of no tenant is only for those.
  return access.allows({});
}
