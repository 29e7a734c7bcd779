import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createStores, NOW } from '../__testUtils__/stores';
import { CatalogPeopleDirectory } from '../clients/CatalogPeopleDirectory';
import { FakePeopleDirectory } from '../clients/FakePeopleDirectory';
import { DatabaseClaimedGroupStore } from '../database/DatabaseClaimedGroupStore';
import { ClaimedGroups } from './ClaimedGroups';
import { DefaultMembershipService } from './DefaultMembershipService';
import { readPlatformRoles } from './platformRoles';
import { readClaimedGroupsCountFor, readGroupRoles } from './readGroupRoles';

jest.setTimeout(60_000);

const SUN = 'user:default/sun-li';

const tenancy = {
  platformRoles: { auditor: ['user:default/liu-yang'] },
  groupRoles: [
    { group: 'Group:default/portal-admins', platformRole: 'platform-admin' },
    { group: 'group:default/auditors', platformRole: 'auditor' },
    {
      group: 'group:default/life-admins',
      tenant: 'life',
      role: 'tenant-admin',
    },
    { group: 'group:default/life-admins', tenant: 'life', role: 'developer' },
    { claim: 'sso-admins', platformRole: 'platform-admin' },
    { claim: 'sso-life-operators', tenant: 'life', role: 'operator' },
    { group: 'group:default/gone', tenant: 'gone', role: 'developer' },
  ],
};

describe('roles through groups', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  const start = async (databaseId = databases.eachSupportedId()[0][0]) => {
    const config = new ConfigReader({ tenancy });
    const { knex, tenants, members } = await createStores(
      databases,
      databaseId,
    );
    const directory = new FakePeopleDirectory();
    directory.people.add(SUN).add('user:default/liu-yang');
    let now = NOW;
    const groupRoles = readGroupRoles(config);
    const claimedGroups = ClaimedGroups.create({
      store: DatabaseClaimedGroupStore.create({ knex }),
      groupRoles,
      countForMilliseconds: readClaimedGroupsCountFor(config),
      clock: { now: () => now },
    });
    const memberships = DefaultMembershipService.create({
      tenants,
      members,
      platformRoles: readPlatformRoles(config),
      groupRoles,
      claimedGroups,
      directory,
    });
    const claim = (...groups: string[]) =>
      claimedGroups.record(SUN, groups, 'plugin:auth');
    const advance = (hours: number) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    };
    return { knex, directory, memberships, claimedGroups, claim, advance };
  };

  it('gives what the groups of a person hold, and takes it away with the group', async () => {
    const { directory, memberships } = await start();
    directory.groups.set('group:default/portal-admins', [SUN]);
    directory.groups.set('group:default/life-admins', [SUN]);
    directory.groups.set('group:default/gone', [SUN]);
    expect(await memberships.get(SUN)).toMatchObject({
      platformRoles: ['platform-admin'],
      tenants: [{ code: 'life', roles: ['tenant-admin', 'developer'] }],
    });
    expect(await memberships.listHolders('tenant-admin', 'life')).toContain(
      SUN,
    );
    expect(await memberships.listHolders('platform-admin')).toEqual([SUN]);
    expect(await memberships.listAudience('life')).toContain(SUN);
    expect(
      await memberships.listHolders('tenant-admin', 'property'),
    ).not.toContain(SUN);

    directory.groups.clear();
    expect(await memberships.get(SUN)).toEqual({
      user: SUN,
      platformRoles: [],
      tenants: [],
    });
    expect(await memberships.listHolders('platform-admin')).toEqual([]);
    expect(await memberships.listAudience('life')).not.toContain(SUN);
  });

  it('says a role once that somebody holds twice', async () => {
    const { directory, memberships } = await start();
    directory.groups.set('group:default/auditors', ['user:default/liu-yang']);
    const { platformRoles } = await memberships.get('user:default/liu-yang');
    expect(platformRoles).toEqual(['auditor']);
    expect(await memberships.listHolders('auditor')).toEqual([
      'user:default/liu-yang',
    ]);
  });

  it('gives nothing to somebody who has left the catalog, whatever else says so', async () => {
    const { directory, memberships, claim } = await start();
    const liu = 'user:default/liu-yang';
    const li = 'user:default/li-wei';
    await claim('sso-admins');
    directory.people.add(li);
    expect(await memberships.listHolders('auditor')).toEqual([liu]);
    expect(await memberships.listHolders('developer', 'life')).toContain(li);

    directory.people.clear();
    for (const user of [SUN, liu, li]) {
      expect(await memberships.get(user)).toEqual({
        user,
        platformRoles: [],
        tenants: [],
      });
    }
    expect(await memberships.listHolders('auditor')).toEqual([]);
    expect(await memberships.listHolders('developer', 'life')).toEqual([]);
    expect(await memberships.listHolders('platform-admin')).toEqual([]);
    expect(await memberships.listAudience('life')).toEqual([]);
  });

  describe.each(databases.eachSupportedId())(
    'as the sign-in claims them, on %s',
    databaseId => {
      it('gives what claimed groups hold until the next sign-in comes without them', async () => {
        const { memberships, claim, directory } = await start(databaseId);
        directory.groups.set('group:default/auditors', [SUN]);
        expect(
          await claim('sso-admins', 'sso-life-operators', 'canteen'),
        ).toEqual(['sso-admins', 'sso-life-operators']);
        // Twice is once.
        await claim('sso-admins', 'sso-life-operators', 'sso-admins');
        expect(await memberships.get(SUN)).toMatchObject({
          platformRoles: ['platform-admin', 'auditor'],
          tenants: [{ code: 'life', roles: ['operator'] }],
        });
        expect(await memberships.listHolders('platform-admin')).toEqual([SUN]);
        expect(await memberships.listHolders('operator', 'life')).toEqual([
          SUN,
        ]);
        expect(await memberships.listAudience('life')).toContain(SUN);

        await claim('sso-life-operators');
        expect(await memberships.listHolders('platform-admin')).toEqual([]);
        expect(await memberships.get(SUN)).toMatchObject({
          platformRoles: ['auditor'],
          tenants: [{ code: 'life', roles: ['operator'] }],
        });
      });

      it('stops counting them a day after the last sign-in, and forgets them', async () => {
        const { knex, memberships, claim, advance, claimedGroups } =
          await start(databaseId);
        await claim('sso-admins');
        advance(24);
        expect(await memberships.listHolders('platform-admin')).toEqual([SUN]);
        advance(1);
        expect(await memberships.listHolders('platform-admin')).toEqual([]);
        expect((await memberships.get(SUN)).platformRoles).toEqual([]);
        await claimedGroups.forgetStale();
        expect(await knex('group_claims')).toEqual([]);
        expect(await knex('claimed_groups')).toEqual([]);
        await claim('sso-admins');
        expect(await memberships.listHolders('platform-admin')).toEqual([SUN]);
      });

      it('leaves the groups of one sign-in when several come at once', async () => {
        const { claimedGroups, claim } = await start(databaseId);
        await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            index % 2 ? claim('sso-admins') : claim('sso-life-operators'),
          ),
        );
        expect(await claimedGroups.listOf(SUN)).toHaveLength(1);
      });

      it('believes nobody but the sign-in', async () => {
        const { claimedGroups, memberships } = await start(databaseId);
        await expect(
          claimedGroups.record(SUN, ['sso-admins'], 'plugin:scaffolder'),
        ).rejects.toThrow("not 'plugin:scaffolder'");
        expect((await memberships.get(SUN)).platformRoles).toEqual([]);
      });
    },
  );

  it('does not take a claimed name for a group of the catalog', async () => {
    const { memberships, claim } = await start();
    expect(await claim('group:default/portal-admins')).toEqual([]);
    expect((await memberships.get(SUN)).platformRoles).toEqual([]);
  });

  it('gives no roles at all while the catalog does not answer', async () => {
    const { directory, memberships } = await start();
    directory.findGroupsOf = async () => {
      throw new Error('down');
    };
    await expect(memberships.get('user:default/liu-yang')).rejects.toThrow(
      'down',
    );
  });

  it('reads the groups of the catalog as they are now', async () => {
    const relation = (type: string, targetRef: string) => ({ type, targetRef });
    const entity = (kind: string, name: string, relations: object[]) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name },
      relations: relations as { type: string; targetRef: string }[],
    });
    const directory = CatalogPeopleDirectory.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          entity('User', 'sun-li', [
            relation('memberOf', 'group:default/auditors'),
            relation('ownerOf', 'group:default/life-admins'),
          ]),
          entity('Group', 'auditors', [
            relation('hasMember', SUN),
            relation('parentOf', 'group:default/life-admins'),
          ]),
        ],
      }),
    });
    expect(await directory.findGroupsOf(SUN)).toEqual([
      'group:default/auditors',
    ]);
    expect(await directory.findGroupsOf('user:default/nobody')).toBeUndefined();
    expect(await directory.listKnown(['user:default/nobody', SUN])).toEqual([
      SUN,
    ]);
    expect(
      await directory.listMembers([
        'group:default/auditors',
        'group:default/none',
      ]),
    ).toEqual([SUN]);
    expect(await directory.listMembers([])).toEqual([]);
  });

  it.each([
    [
      [{ group: 'user:default/sun-li', platformRole: 'auditor' }],
      "tenancy.groupRoles.0.group in app-config.yaml: 'user:default/sun-li' is not a reference to a group",
    ],
    [
      [{ group: 'group:default/x', platformRole: 'boss' }],
      'tenancy.groupRoles.0.platformRole in app-config.yaml: write one of platform-admin',
    ],
    [
      [{ group: 'group:default/x', role: 'developer' }],
      "tenancy.groupRoles.0.tenant in app-config.yaml: write the tenant's code",
    ],
    [
      [{ claim: ' ', platformRole: 'auditor' }],
      'tenancy.groupRoles.0.claim in app-config.yaml: write the name of the group',
    ],
    [
      [{ claim: 'x', platformRole: 'auditor', tenant: 'life' }],
      'tenancy.groupRoles.0 in app-config.yaml',
    ],
    [
      [{ claim: 'x', group: 'group:default/x', platformRole: 'auditor' }],
      "tenancy.groupRoles.0 in app-config.yaml: write either 'group'",
    ],
    [['x'], "tenancy.groupRoles.0 in app-config.yaml: write either 'group'"],
    [{}, 'tenancy.groupRoles in app-config.yaml: write a list'],
  ])('refuses a table with a mistake: %j', (groupRoles, sentence) => {
    expect(() =>
      readGroupRoles(new ConfigReader({ tenancy: { groupRoles } })),
    ).toThrow(sentence);
  });

  it.each(['soon', { hours: 0 }, { hours: -1 }])(
    'refuses %j as the time for which claimed groups count',
    claimedGroupsCountFor => {
      expect(() =>
        readClaimedGroupsCountFor(
          new ConfigReader({ tenancy: { claimedGroupsCountFor } }),
        ),
      ).toThrow('tenancy.claimedGroupsCountFor in app-config.yaml: write a');
    },
  );
});
