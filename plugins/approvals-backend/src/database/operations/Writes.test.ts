import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, NOW } from '../../__testUtils__/desk';
import type { DbKindRow } from '../tables';
import { Writes } from './Writes';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const kind = (name: string): DbKindRow => ({
  kind: name,
  plugin_id: 'demo',
  title: '{}',
  description: '{}',
  announced_at: NOW.toISOString(),
});

describe.each(databases.eachSupportedId())('writes on %s', databaseId => {
  const start = async () => {
    const { knex } = await createStores(databases, databaseId);
    const kinds = () => knex('request_kinds').orderBy('kind').pluck('kind');
    return { knex, kinds };
  };

  it('change what was there, and not what they insert', async () => {
    const { knex, kinds } = await start();
    await knex.transaction(async tx => {
      const writes = Writes.in(tx);
      writes.insert('request_kinds', kind('b'), kind('c'));
      writes.insert('request_kinds', kind('d'));
      writes.change(tx('request_kinds').where({ plugin_id: 'demo' }).delete());
      await writes.send();
      // Nothing is sent twice.
      await writes.send();
    });
    expect(await kinds()).toEqual(['b', 'c', 'd']);
  });

  it('leave no trace when a change finds another row than it must', async () => {
    const { knex, kinds } = await start();
    const attempt = knex.transaction(async tx => {
      const writes = Writes.in(tx);
      writes.insert('request_kinds', kind('b'));
      writes.change(
        tx('request_kinds').where({ kind: 'demo.make' }).update({ title: '' }),
        () => new Error('It was there'),
      );
      writes.change(
        tx('request_kinds').where({ kind: 'b' }).update({ title: '' }),
        () => new Error('Somebody was faster'),
      );
      await writes.send();
    });
    await expect(attempt).rejects.toThrow('Somebody was faster');
    expect(await kinds()).toEqual(['demo.make']);
  });

  it('insert nothing when there is nothing', async () => {
    const { knex, kinds } = await start();
    await knex.transaction(async tx => {
      const writes = Writes.in(tx);
      writes.insert('request_kinds');
      await writes.send();
    });
    expect(await kinds()).toEqual(['demo.make']);
  });
});
