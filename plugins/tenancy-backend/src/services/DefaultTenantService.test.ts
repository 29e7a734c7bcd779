import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RowAccess } from '@caas/contract-node';
import { amounts, propertyDefinition } from '../__testUtils__/definitions';
import { createMemberships } from '../__testUtils__/memberships';
import {
  createStores,
  LIFE_DEV,
  newNamespace,
  NOW,
} from '../__testUtils__/stores';
import { FakeClustersClient } from '../clients/FakeClustersClient';
import { DefaultTenantService } from './DefaultTenantService';
import { UseOfTenants } from './UseOfTenants';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const liWei = {
  actor: 'user:default/li-wei',
  access: RowAccess.fromDecision({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'tenancy',
    resourceType: 'tenancy-tenant',
    conditions: {
      rule: 'IN_TENANTS',
      resourceType: 'tenancy-tenant',
      params: { tenants: ['life'] },
    },
  }),
};
const chenJing = { actor: 'user:default/chen-jing', access: RowAccess.all };
const PAGE = { limit: 100, offset: 0 };

describe.each(databases.eachSupportedId())(
  'the list of tenants on %s',
  databaseId => {
    const start = async () => {
      const stores = await createStores(databases, databaseId);
      const { memberships } = createMemberships(stores);
      const clusters = new FakeClustersClient();
      // The list shows what the books say: it must not wait for a cluster.
      clusters.isDown = true;
      const clock = { now: () => NOW };
      const service = DefaultTenantService.create({
        ...stores,
        memberships,
        use: UseOfTenants.create({
          clusters,
          clock,
          logger: mockServices.logger.mock(),
        }),
      });
      return { ...stores, service };
    };

    it('brings what each tenant runs out of first, with what is asked for', async () => {
      const { ledger, service } = await start();
      await ledger.allocate(newNamespace('r1'), NOW);
      await ledger.reserve(
        {
          ...LIFE_DEV,
          requestId: 'r2',
          name: 'life-quote-dev',
          resources: amounts(5, 4),
        },
        NOW,
      );
      const { items } = await service.list(chenJing, PAGE);
      expect(
        items.map(({ code, tightestQuota }) => [code, tightestQuota]),
      ).toEqual([
        [
          'life',
          {
            cluster: 'nonprod',
            environment: 'dev',
            dimension: 'cpuMillicores',
            hard: 8000,
            allocated: 2000,
            requested: 5000,
          },
        ],
        [
          'property',
          {
            cluster: 'nonprod',
            environment: 'dev',
            dimension: 'cpuMillicores',
            hard: 8000,
            allocated: 0,
            requested: 0,
          },
        ],
      ]);
    });

    it('brings nothing for a tenant without quotas', async () => {
      const { tenants, service } = await start();
      await tenants.applyDefinitions(
        [propertyDefinition({ code: 'pension', quotas: [] })],
        NOW,
      );
      const { items } = await service.list(chenJing, PAGE);
      const pension = items.find(({ code }) => code === 'pension');
      expect(pension).toMatchObject({ state: 'active' });
      expect(pension?.tightestQuota).toBeUndefined();
    });

    it('tells the figures of no tenant that the reader may not see', async () => {
      const { service } = await start();
      const { items, totalCount } = await service.list(liWei, PAGE);
      expect(items).toMatchObject([
        { code: 'life', myRoles: ['developer'], tightestQuota: { hard: 8000 } },
      ]);
      expect(totalCount).toBe(1);
    });

    it('asks the database as often for forty tenants as for two', async () => {
      const { knex, tenants, service } = await start();
      let statements = 0;
      knex.on('query', () => {
        statements += 1;
      });
      const countStatements = async () => {
        statements = 0;
        await service.list(chenJing, PAGE);
        return statements;
      };
      const forTwo = await countStatements();
      await tenants.applyDefinitions(
        Array.from({ length: 40 }, (_, index) =>
          propertyDefinition({ code: `tenant-${index}` }),
        ),
        NOW,
      );
      expect(await countStatements()).toBe(forTwo);
      expect(forTwo).toBeGreaterThan(0);
    });
  },
);
