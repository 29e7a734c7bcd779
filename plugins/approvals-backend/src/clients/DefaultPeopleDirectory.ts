import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ContractClient } from '@caas/contract';
import { createBackendClient } from '@caas/contract-node';
import {
  tenancyContract,
  type TenancyContract,
} from '@caas/plugin-tenancy-common';
import type { ApproverSelector } from '../domain/policy';
import { askOther } from './askOther';
import type { PeopleDirectory } from './PeopleDirectory';

type Options = {
  tenancy: {
    memberships: Pick<
      ContractClient<TenancyContract>['memberships'],
      'holders'
    >;
  };
  catalog: CatalogService;
  auth: AuthService;
};

/** Asks tenancy for roles and the catalog for groups, afresh each time: whoever left an instant ago is not in the answer. */
export class DefaultPeopleDirectory implements PeopleDirectory {
  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    discovery: DiscoveryService;
  }): DefaultPeopleDirectory {
    const { catalog, auth, discovery } = options;
    const tenancy = createBackendClient(tenancyContract, {
      pluginId: 'tenancy',
      auth,
      discovery,
    });
    return DefaultPeopleDirectory.over({ tenancy, catalog, auth });
  }

  /** Over a client of tenancy that is there already. */
  static over(options: Options): DefaultPeopleDirectory {
    return new DefaultPeopleDirectory(options);
  }

  private constructor(private readonly options: Options) {}

  async resolve(selectors: readonly ApproverSelector[], tenant: string) {
    const found = await Promise.all(
      selectors.map(selector => this.find(selector, tenant)),
    );
    return [...new Set(found.flat())].sort();
  }

  platformAdmins() {
    return this.resolve([{ platformRole: 'platform-admin' }], '');
  }

  private async find(
    selector: ApproverSelector,
    tenant: string,
  ): Promise<string[]> {
    if ('user' in selector) return [selector.user];
    if ('group' in selector) return this.members(selector.group);
    return this.holders(
      'tenantRole' in selector
        ? { role: selector.tenantRole, tenant }
        : { role: selector.platformRole },
    );
  }

  private async holders(
    question: Parameters<Options['tenancy']['memberships']['holders']>[0],
  ): Promise<string[]> {
    const { tenancy } = this.options;
    const { users } = await askOther('tenancy', 'say who may decide', options =>
      tenancy.memberships.holders(question, options),
    );
    return users;
  }

  /** Those who are in the group itself; members of the groups below it are not meant. */
  private async members(group: string): Promise<string[]> {
    const { catalog, auth } = this.options;
    const { items } = await askOther(
      'catalog',
      'say who may decide',
      async () =>
        catalog.getEntities(
          {
            filter: { kind: 'User', 'relations.memberOf': group },
            fields: ['kind', 'metadata.namespace', 'metadata.name'],
          },
          { credentials: await auth.getOwnServiceCredentials() },
        ),
    );
    return items.map(entity => stringifyEntityRef(entity));
  }
}
