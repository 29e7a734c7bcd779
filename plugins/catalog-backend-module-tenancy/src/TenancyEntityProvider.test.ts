import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { usualResources, type Namespace } from '@caas/plugin-tenancy-common';
import { TenancyEntityProvider } from './TenancyEntityProvider';

const namespace = (
  tenant: string,
  name: string,
  changes: Partial<Namespace> = {},
): Namespace => ({
  id: `ns-${name}`,
  name: `${tenant}-${name}`,
  tenant,
  cluster: 'nonprod',
  environment: 'dev',
  resources: usualResources({ cpuMillicores: 2000, memoryBytes: 2 ** 32 }),
  purpose: 'Policy service',
  state: 'ready',
  requestId: `r-${name}`,
  requester: 'user:default/li-wei',
  createdAt: '2026-11-21T08:00:00.000Z',
  ...changes,
});
const tenant = (code: string, ownsGroup: boolean) => ({
  code,
  name: code,
  nameEn: code,
  state: 'active' as 'active' | 'closed',
  group: `group:default/${code}`,
  contacts: [],
  origin: 'portal' as const,
  fileSays: [],
  version: 1,
  namespaceCount: 0,
  members: [],
  quotas: [],
  ownsGroup,
  departments: [department(code, 'motor'), department(code, 'claims', 'motor')],
  people: [
    { user: 'user:default/li-wei', department: 'claims' },
    { user: 'user:default/wu-di' },
  ],
});
function department(code: string, name: string, parent?: string) {
  return {
    tenant: code,
    code: name,
    name,
    nameEn: name,
    parent,
    memberCount: 0,
    version: 1,
  };
}

async function setUp() {
  const tenancy = {
    tenants: [tenant('life', false), tenant('motor', true)],
    namespaces: [namespace('life', 'policy'), namespace('motor', 'claims')],
  };
  const asked: Array<string | undefined> = [];
  const provider = TenancyEntityProvider.create({
    client: {
      projection: {
        get: async (input: { tenant?: string }) => {
          asked.push(input.tenant);
          const isAsked = (code: string) =>
            input.tenant === undefined || input.tenant === code;
          return {
            tenants: tenancy.tenants.filter(({ code }) => isAsked(code)),
            namespaces: tenancy.namespaces.filter(held => isAsked(held.tenant)),
          };
        },
      } as never,
    },
    clusterOwner: 'group:default/platform',
    logger: mockServices.logger.mock(),
  });
  const catalog = new Map<string, Entity>();
  const mutations: EntityProviderMutation['type'][] = [];
  await provider.connect({
    applyMutation: async mutation => {
      mutations.push(mutation.type);
      if (mutation.type === 'full') catalog.clear();
      const added =
        mutation.type === 'full' ? mutation.entities : mutation.added;
      for (const { entity } of added) {
        catalog.set(stringifyEntityRef(entity), entity);
      }
      for (const gone of mutation.type === 'delta' ? mutation.removed : []) {
        if ('entityRef' in gone) catalog.delete(gone.entityRef);
      }
    },
    refresh: async () => {},
  });
  return { tenancy, provider, catalog, mutations, asked };
}

describe('what the catalog shows of tenancy', () => {
  it('has the tree of departments below the group of the tenant, with the people in them', async () => {
    const { provider, catalog } = await setUp();
    await provider.refresh();
    expect([...catalog.keys()].sort()).toEqual([
      'group:default/motor',
      'group:life/claims',
      'group:life/motor',
      'group:motor/claims',
      'group:motor/motor',
      'resource:default/nonprod',
      'resource:nonprod/life-policy',
      'resource:nonprod/motor-claims',
    ]);
    expect(catalog.get('group:life/motor')!.spec).toMatchObject({
      parent: 'group:default/life',
      members: [],
    });
    expect(catalog.get('group:life/claims')!.spec).toMatchObject({
      type: 'department',
      parent: 'group:life/motor',
      members: ['user:default/li-wei'],
    });
    expect(catalog.get('group:default/motor')!.spec).toMatchObject({
      type: 'tenant',
      members: ['user:default/li-wei', 'user:default/wu-di'],
    });
    expect(catalog.get('resource:nonprod/life-policy')!.spec).toMatchObject({
      dependsOn: ['resource:default/nonprod'],
    });
  });

  it('keeps what is in a tenant for those in it, and clusters for nobody in one', async () => {
    const { provider, catalog } = await setUp();
    await provider.refresh();
    const labels = new Map(
      [...catalog].map(([ref, { metadata }]) => [
        ref,
        metadata.labels?.['caas.io/tenant'],
      ]),
    );
    expect(labels.get('group:default/motor')).toBe('motor');
    expect(labels.get('group:life/claims')).toBe('life');
    // A dot is in no code of a tenant.
    expect(labels.get('resource:default/nonprod')).toContain('.');
  });

  it('brings one tenant at once, and lets go of what it has no more', async () => {
    const { tenancy, provider, catalog, mutations, asked } = await setUp();
    await provider.refresh();
    tenancy.namespaces = [
      namespace('life', 'policy', { state: 'deleted' }),
      namespace('life', 'billing'),
    ];
    tenancy.tenants[0].departments = [department('life', 'motor')];
    await provider.refresh('life');
    expect(mutations).toEqual(['full', 'delta']);
    expect(asked).toEqual([undefined, 'life']);
    expect([...catalog.keys()].sort()).toEqual([
      'group:default/motor',
      'group:life/motor',
      'group:motor/claims',
      'group:motor/motor',
      'resource:default/nonprod',
      'resource:nonprod/life-billing',
      // Of a tenant that nothing was said about: the whole will take it away.
      'resource:nonprod/motor-claims',
    ]);
    await provider.refresh();
    expect(catalog.has('resource:nonprod/motor-claims')).toBe(false);
  });

  it('lets go of the groups of a tenant that is closed', async () => {
    const { tenancy, provider, catalog } = await setUp();
    await provider.refresh();
    tenancy.tenants[1].state = 'closed';
    tenancy.namespaces = [];
    await provider.refresh('motor');
    expect([...catalog.keys()].filter(ref => ref.includes('motor'))).toEqual([
      'group:life/motor',
    ]);
  });

  it('reads a tenant once for many events at once, and not at all beside the whole', async () => {
    const { provider, asked } = await setUp();
    await Promise.all(
      ['life', 'motor', 'life', 'motor', 'life'].map(code =>
        provider.refresh(code),
      ),
    );
    expect(asked).toEqual(['life', 'motor']);
    asked.length = 0;
    await Promise.all([
      provider.refresh('life'),
      provider.refresh('motor'),
      provider.refresh(),
    ]);
    expect(asked).toEqual([undefined]);
  });
});
