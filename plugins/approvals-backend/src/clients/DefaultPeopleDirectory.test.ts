import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DefaultPeopleDirectory } from './DefaultPeopleDirectory';

const member = (name: string, group: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: [] },
  relations: [{ type: 'memberOf', targetRef: group }],
});

const PAYLOAD = { component: 'Component:default/Ledger', none: 'ledger' };

const HOLDERS: Record<string, string[]> = {
  'tenant-admin@life': ['user:default/wang-fang'],
  'tenant-admin@property': ['user:default/zhao-lei'],
  'platform-admin@': ['user:default/chen-jing'],
};

const entity = (
  kind: string,
  name: string,
  relations: Entity['relations'],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations,
});
const group = (name: string, ...parents: string[]) =>
  entity(
    'Group',
    name,
    parents.map(targetRef => ({ type: 'childOf', targetRef })),
  );
const owned = (name: string, ...owners: string[]) =>
  entity(
    'Component',
    name,
    owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
  );

/** A directory over the roles above, and the groups of three people. */
function createDirectory() {
  const asked: unknown[] = [];
  const tenancy = { failure: undefined as Error | undefined };
  const directory = DefaultPeopleDirectory.over({
    tenancy: {
      memberships: {
        holders: async question => {
          asked.push(question);
          if (tenancy.failure) throw tenancy.failure;
          const key = `${question.role}@${question.tenant ?? ''}`;
          return { users: HOLDERS[key] ?? [] };
        },
      },
    },
    catalog: catalogServiceMock({
      entities: [
        member('zhao-lei', 'group:default/platform'),
        member('chen-jing', 'group:default/platform'),
        member('li-wei', 'group:default/life'),
        member('sun-li', 'group:default/claims'),
        member('gao-yan', 'group:default/motor'),
        group('life'),
        group('claims', 'group:default/life', 'group:default/motor'),
        // A circle: below its own child.
        group('motor', 'group:default/claims'),
        owned('ledger', 'group:default/platform', 'user:default/li-wei'),
      ],
    }),
    auth: mockServices.auth(),
  });
  return { directory, asked, tenancy };
}

describe('DefaultPeopleDirectory', () => {
  it.each([
    ['a role of the tenant', [{ tenantRole: 'tenant-admin' }], ['wang-fang']],
    [
      'a role of the platform',
      [{ platformRole: 'platform-admin' }],
      ['chen-jing'],
    ],
    ['a person', [{ user: 'user:default/li-wei' }], ['li-wei']],
    [
      'a group',
      [{ group: 'group:default/platform' }],
      ['chen-jing', 'zhao-lei'],
    ],
    [
      'a group without those below it',
      [{ group: 'group:default/life' }],
      ['li-wei'],
    ],
    [
      'a group with all below it, also where they run in a circle',
      [{ group: 'group:default/life', subGroups: true }],
      ['gao-yan', 'li-wei', 'sun-li'],
    ],
    [
      'the owners of an entity, persons and members',
      [{ ownerOf: 'payload.component' }],
      ['chen-jing', 'li-wei', 'zhao-lei'],
    ],
    ['no owner where the payload has no field', [{ ownerOf: 'payload.x' }], []],
    [
      'no owner where the payload has no full reference',
      [{ ownerOf: 'payload.none' }],
      [],
    ],
    ['a group that does not exist', [{ group: 'group:default/none' }], []],
    [
      'several, each person once',
      [
        { group: 'group:default/platform' },
        { platformRole: 'platform-admin' },
        { tenantRole: 'tenant-admin' },
      ],
      ['chen-jing', 'wang-fang', 'zhao-lei'],
    ],
  ] as const)('finds %s', async (_, selectors, names) => {
    const { directory } = createDirectory();
    expect(
      await directory.resolve(selectors, { tenant: 'life', payload: PAYLOAD }),
    ).toEqual(names.map(name => `user:default/${name}`));
  });

  it('asks afresh each time', async () => {
    const { directory, asked } = createDirectory();
    await directory.resolve([{ tenantRole: 'tenant-admin' }], {
      tenant: 'property',
      payload: {},
    });
    await directory.resolve([{ tenantRole: 'tenant-admin' }], {
      tenant: 'property',
      payload: {},
    });
    await directory.platformAdmins();
    expect(asked).toEqual([
      { role: 'tenant-admin', tenant: 'property' },
      { role: 'tenant-admin', tenant: 'property' },
      { role: 'platform-admin' },
    ]);
  });

  it('knows who is a person of the catalog', async () => {
    const { directory } = createDirectory();
    expect(await directory.isPerson('user:default/li-wei')).toBe(true);
    expect(await directory.isPerson('user:default/nobody')).toBe(false);
    expect(await directory.isPerson('group:default/life')).toBe(false);
  });

  it.each(['NotFoundError', 'NotAllowedError', 'TimeoutError'])(
    'turns a %s of tenancy into "try again": nobody is an approver by mistake',
    async name => {
      const { directory, tenancy } = createDirectory();
      tenancy.failure = Object.assign(new Error('no'), { name });
      await expect(directory.platformAdmins()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(
          /'tenancy' could not say who may decide/,
        ),
      });
    },
  );
});
