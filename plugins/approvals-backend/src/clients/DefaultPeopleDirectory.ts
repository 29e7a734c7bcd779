import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ContractClient } from '@caas/contract';
import { createBackendClient } from '@caas/contract-node';
import {
  tenancyContract,
  type TenancyContract,
} from '@caas/plugin-tenancy-common';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import { entityRefAt } from '../domain/entityRefAt';
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

  async resolve(
    selectors: readonly ApproverSelector[],
    subject: { tenant: string; payload: RequestPayload },
  ) {
    const found = await Promise.all(
      selectors.map(selector => this.find(selector, subject)),
    );
    return [...new Set(found.flat())].sort();
  }

  platformAdmins() {
    return this.holders({ role: 'platform-admin' });
  }

  async isPerson(userRef: string) {
    return (await this.entity(userRef))?.kind === 'User';
  }

  private async find(
    selector: ApproverSelector,
    { tenant, payload }: { tenant: string; payload: RequestPayload },
  ): Promise<string[]> {
    if ('user' in selector) return [selector.user];
    if ('group' in selector) {
      return this.members(selector.group, selector.subGroups ?? false);
    }
    if ('ownerOf' in selector) {
      const ref = entityRefAt(payload, selector.ownerOf);
      return ref ? this.owners(ref) : [];
    }
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

  /** Persons who own an entity, by themselves or as members of the group that does. */
  private async owners(ref: string): Promise<string[]> {
    const entity = await this.entity(ref);
    const owners = (entity?.relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef);
    const found = await Promise.all(
      owners.map(async owner =>
        owner.startsWith('user:') ? [owner] : this.members(owner, false),
      ),
    );
    return found.flat();
  }

  private async members(
    group: string,
    withSubGroups: boolean,
  ): Promise<string[]> {
    const groups = withSubGroups ? await this.withSubGroups(group) : [group];
    const users = await this.query({
      kind: 'User',
      'relations.memberOf': groups,
    });
    return users.map(entity => stringifyEntityRef(entity));
  }

  /** The group and all below it, level by level. A group that is its own ancestor is visited once. */
  private async withSubGroups(group: string): Promise<string[]> {
    const seen = new Set([group]);
    let level = [group];
    while (level.length > 0) {
      const children = await this.query({
        kind: 'Group',
        'relations.childOf': level,
      });
      level = children
        .map(entity => stringifyEntityRef(entity))
        .filter(ref => !seen.has(ref));
      level.forEach(ref => seen.add(ref));
    }
    return [...seen];
  }

  private async query(filter: Record<string, string | string[]>) {
    const { catalog, auth } = this.options;
    const { items } = await askOther(
      'catalog',
      'say who may decide',
      async () =>
        catalog.getEntities(
          {
            filter,
            fields: ['kind', 'metadata.namespace', 'metadata.name'],
          },
          { credentials: await auth.getOwnServiceCredentials() },
        ),
    );
    return items;
  }

  private entity(ref: string) {
    const { catalog, auth } = this.options;
    return askOther('catalog', 'say who that is', async () =>
      catalog.getEntityByRef(ref, {
        credentials: await auth.getOwnServiceCredentials(),
      }),
    );
  }
}
