import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createTestEngine,
  entityDocument,
  type TestEngine,
} from '../__testUtils__/engines';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('indexing on %s', databaseId => {
  let test: TestEngine;
  beforeEach(async () => {
    test = await createTestEngine(databases, databaseId);
  });

  it('answers an empty page before the first run', async () => {
    await expect(
      test.engine.query({ term: '核保', types: ['software-catalog'] }),
    ).resolves.toMatchObject({ results: [], numberOfResults: 0 });
  });

  it('finds what it found before after a restart', async () => {
    await test.index('t', [entityDocument('核保服务', '')]);
    const restarted = await test.restart();
    await expect(restarted.titles('核保')).resolves.toEqual(['核保服务']);
  });

  it('follows changes: new, changed, the same, gone', async () => {
    const same = entityDocument('保单服务', '出单');
    const before = entityDocument('核保服务', '人工');
    await test.index('t', [same, before, entityDocument('理赔服务', '')]);
    await test.index('t', [
      same,
      { ...before, text: '自动' },
      entityDocument('产品服务', ''),
    ]);
    expect((await test.titles('服务')).sort()).toEqual(
      ['产品服务', '保单服务', '核保服务'].sort(),
    );
    await expect(test.titles('人工')).resolves.toEqual([]);
    await expect(test.titles('自动')).resolves.toEqual(['核保服务']);
    await expect(test.titles('理赔')).resolves.toEqual([]);
  });

  it('leaves other types alone', async () => {
    await test.index('a', [entityDocument('核保服务', '')]);
    await test.index('b', [entityDocument('核保接口', '')]);
    await test.index('b', [entityDocument('核保手册', '')]);
    expect((await test.titles('核保')).sort()).toEqual(
      ['核保手册', '核保服务'].sort(),
    );
  });

  it('keeps the index when a collator finds nothing or breaks', async () => {
    await test.index('t', [entityDocument('核保服务', '')]);
    await test.index('t', []);
    const indexer = await test.engine.getIndexer('t');
    indexer.on('error', () => {});
    indexer.write(entityDocument('保单服务', ''));
    indexer.destroy(new Error('the catalog is away'));
    await expect(test.titles('核保')).resolves.toEqual(['核保服务']);
  });

  it('keeps two resources at one address apart, and takes the last of twins', async () => {
    const at = (resourceRef: string, text: string) => ({
      ...entityDocument('核保服务', text),
      authorization: { resourceRef },
    });
    await test.index('t', [at('a', '一'), at('b', '二'), at('b', '三')]);
    const { results } = await test.engine.query({ term: '核保' });
    expect(results.map(each => each.document.text).sort()).toEqual(
      ['一', '三'].sort(),
    );
  });

  it('stores documents with text no database takes, or far too long', async () => {
    const everyHan = Array.from({ length: 20_000 }, (_, i) =>
      String.fromCodePoint(0x4e00 + ((i * 7_919) % 20_000)),
    ).join('');
    await test.index('t', [
      entityDocument('核\0保\ud800', 'x\0'),
      entityDocument('长文', everyHan.repeat(15)),
      entityDocument('长词', 'x'.repeat(300_000)),
      { title: '无文', location: '/x' } as never,
    ]);
    await expect(test.titles('核保')).resolves.toEqual(['核保']);
    await expect(test.titles('长文')).resolves.toEqual(['长文']);
    await expect(test.titles('无文')).resolves.toEqual(['无文']);
  });

  it('goes down and up again', async () => {
    const migrations = {
      directory: `${__dirname}/../../migrations`,
      tableName: 'portal_search_migrations',
    };
    await test.knex.migrate.rollback(migrations, true);
    await expect(
      test.knex.schema.hasTable('portal_search_documents'),
    ).resolves.toBe(false);
    await test.knex.migrate.latest(migrations);
    await test.index('t', [entityDocument('核保服务', '')]);
    await expect(test.titles('核保')).resolves.toEqual(['核保服务']);
  });

  it('starts in a database whose bookkeeping names migrations of another engine', async () => {
    const knex = await databases.init(databaseId);
    await knex.schema.createTable('knex_migrations', table => {
      table.increments();
      table.text('name');
      table.integer('batch');
      table.timestamp('migration_time');
    });
    await knex('knex_migrations').insert({
      name: '20210311110000_init.js',
      batch: 1,
    });
    const { DatabaseDocumentStore } = jest.requireActual(
      '../database/DatabaseDocumentStore',
    );
    await expect(
      DatabaseDocumentStore.create({ getClient: async () => knex }),
    ).resolves.toBeDefined();
  });
});
