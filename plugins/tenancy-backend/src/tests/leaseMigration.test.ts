import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, newNamespace, NOW } from '../__testUtils__/stores';
import * as leases from '../../migrations/20261122004000_create_leases';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const DAY_MS = 24 * 60 * 60 * 1000;

describe.each(databases.eachSupportedId())(
  'the migration that makes leases, on %s',
  databaseId => {
    it('gives those that are there 90 days, and those of production none', async () => {
      const stores = await createStores(databases, databaseId);
      const { knex, ledger, namespaces } = stores;
      const old = await ledger.allocate(newNamespace('old'), NOW);
      const production = await ledger.allocate(
        newNamespace('production', { cluster: 'prod', environment: 'prod' }),
        NOW,
      );
      await leases.down(knex);
      await leases.up(knex);

      const found = await namespaces.find(old.id);
      const days =
        (Date.parse(found!.lease!.until) - new Date().getTime()) / DAY_MS;
      expect(days).toBeGreaterThan(89);
      expect(days).toBeLessThan(91);
      expect(found).toMatchObject({
        state: 'provisioning',
        lease: { stage: 'running', heldBy: [] },
      });
      expect((await namespaces.find(production.id))?.lease).toBeUndefined();
    });

    it('lets a name be taken again once its namespace is deleted, and not before', async () => {
      const { knex, ledger } = await createStores(databases, databaseId);
      const first = newNamespace('one', { name: 'life-shop-dev' });
      const { id } = await ledger.allocate(first, NOW);
      const second = newNamespace('two', { name: 'life-shop-dev' });
      await expect(ledger.allocate(second, NOW)).rejects.toThrow(
        "already is a namespace 'life-shop-dev'",
      );
      await knex('namespaces').where({ id }).update({ life: 'deleted' });
      await expect(ledger.allocate(second, NOW)).resolves.toMatchObject({
        name: 'life-shop-dev',
      });
    });
  },
);
