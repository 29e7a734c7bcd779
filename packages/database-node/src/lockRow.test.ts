import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { createSharedDatabase } from '@caas/backend-testing/databases';
import createKnex from 'knex';
import { lockRow } from './lockRow';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

type Thing = { id: string; count: number };

describe.each(databases.eachSupportedId())('lockRow on %p', databaseId => {
  it('lets transactions of two connections change a row one after the other', async () => {
    const { one, other, close } = await twoConnections(databaseId);
    try {
      await one('things').insert({ id: 'a', count: 0 });
      const held = await one.transaction();
      const seen = await lockRow<Thing>(held, 'things', { id: 'a' });
      const add = (by: number) =>
        other.transaction(async tx => {
          const row = await lockRow<Thing>(tx, 'things', { id: 'a' });
          await tx('things').update({ count: Number(row!.count) + by });
        });
      // SQLite refuses who does not get the lock, before they have read anything: they may ask again.
      const waiting = add(10).catch(error => error as Error);
      await held('things').update({ count: Number(seen!.count) + 1 });
      await held.commit();
      if ((await waiting) instanceof Error) await add(10);
      const { count } = await one('things').first();
      expect(Number(count)).toBe(11);
    } finally {
      await close();
    }
  });

  it('has nothing to hold of a row that is not there', async () => {
    const { one, close } = await twoConnections(databaseId);
    try {
      const answer = one.transaction(tx =>
        lockRow<Thing>(tx, 'things', { id: 'none' }),
      );
      await expect(answer).resolves.toBeUndefined();
    } finally {
      await close();
    }
  });
});

async function twoConnections(databaseId: TestDatabaseId) {
  const shared = await createSharedDatabase(databases, databaseId);
  await shared.knex.schema.createTable('things', table => {
    table.text('id').primary();
    table.integer('count');
  });
  const other = createKnex(shared.config);
  // Else the thread that holds the lock would wait for it.
  if (databaseId === 'SQLITE_3') await other.raw('pragma busy_timeout = 0');
  const close = async () => {
    await other.destroy();
    await shared.close();
  };
  return { one: shared.knex, other, close };
}
