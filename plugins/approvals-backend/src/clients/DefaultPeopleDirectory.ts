import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { ContractClient } from '@caas/contract';
import { createBackendClient } from '@caas/contract-node';
import {
  tenancyContract,
  type TenancyContract,
} from '@caas/plugin-tenancy-common';
import type { ApproverSelector } from '../domain/policy';
import { askOther } from './askOther';
import type { PeopleDirectory } from './PeopleDirectory';

/** Asks tenancy, afresh each time: whoever lost a role an instant ago is not in the answer. */
export class DefaultPeopleDirectory implements PeopleDirectory {
  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DefaultPeopleDirectory {
    return new DefaultPeopleDirectory(
      createBackendClient(tenancyContract, { pluginId: 'tenancy', ...options }),
    );
  }

  private constructor(
    private readonly tenancy: ContractClient<TenancyContract>,
  ) {}

  async resolve(selectors: readonly ApproverSelector[], tenant: string) {
    const found = await Promise.all(
      selectors.map(selector => this.holders(selector, tenant)),
    );
    return [...new Set(found.flat())].sort();
  }

  platformAdmins() {
    return this.resolve([{ platformRole: 'platform-admin' }], '');
  }

  private async holders(
    selector: ApproverSelector,
    tenant: string,
  ): Promise<string[]> {
    if ('user' in selector) return [selector.user];
    const question =
      'tenantRole' in selector
        ? { role: selector.tenantRole, tenant }
        : { role: selector.platformRole };
    const { users } = await askOther('tenancy', 'say who may decide', () =>
      this.tenancy.memberships.holders(question),
    );
    return users;
  }
}
