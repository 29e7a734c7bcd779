import createKnex, { type Knex } from 'knex';
import { reuseStatements } from './reuseStatements';

describe('reuseStatements', () => {
  let knex: Knex;
  let prepared: string[];

  beforeEach(async () => {
    knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    prepared = [];
    const connection = await knex.client.acquireConnection();
    const prepare = connection.prepare.bind(connection);
    connection.prepare = (sql: string) => {
      prepared.push(sql);
      return prepare(sql);
    };
    await knex.client.releaseConnection(connection);
    reuseStatements(knex);
    await knex.schema.createTable('things', table => {
      table.text('id').primary();
      table.integer('count');
    });
    prepared = [];
  });
  afterEach(() => knex.destroy());

  const insert = (id: string, count: number) =>
    knex('things').insert({ id, count });

  it('prepares the same words once, whatever they are about', async () => {
    await insert('a', 1);
    await insert('b', 2);
    await knex.transaction(tx => tx('things').insert({ id: 'c', count: 3 }));
    expect(await knex('things').where({ id: 'a' }).first()).toEqual({
      id: 'a',
      count: 1,
    });
    expect(await knex('things').where({ id: 'c' }).first()).toEqual({
      id: 'c',
      count: 3,
    });
    expect(prepared.filter(sql => sql.startsWith('insert'))).toHaveLength(1);
    expect(prepared.filter(sql => sql.startsWith('select'))).toHaveLength(1);
  });

  it('answers with the columns as they are now', async () => {
    await insert('a', 1);
    await knex('things');
    await knex.schema.alterTable('things', table => {
      table.text('name').defaultTo('new');
    });
    expect(await knex('things')).toEqual([{ id: 'a', count: 1, name: 'new' }]);
  });

  it('goes on after a statement was refused', async () => {
    await insert('a', 1);
    await expect(insert('a', 2)).rejects.toThrow(/UNIQUE/);
    await insert('b', 3);
    expect(await knex('things').pluck('count')).toEqual([1, 3]);
  });

  it('lets statements of the same words run side by side', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => insert(`thing ${n}`, n)),
    );
    const found = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        knex('things')
          .where({ id: `thing ${n}` })
          .first(),
      ),
    );
    expect(found.map(({ count }) => count)).toEqual(
      Array.from({ length: 50 }, (_, n) => n),
    );
  });

  it('forgets the statements that nobody has asked for the longest', async () => {
    for (let n = 0; n <= 500; n++) await knex.raw(`select ${n} as n`);
    prepared = [];
    await knex.raw('select 500 as n');
    await knex.raw('select 0 as n');
    expect(prepared).toEqual(['select 0 as n']);
  });
});
