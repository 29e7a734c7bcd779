import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { StartTurn } from './StartTurn';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_15'] });

function createOptions(database: object) {
  return {
    config: mockServices.rootConfig({ data: { backend: { database } } }),
    logger: mockServices.logger.mock(),
    lifecycle: mockServices.lifecycle.mock(),
  };
}

if (databases.supports('POSTGRES_15')) {
  describe('the turn to start on one PostgreSQL', () => {
    let options: ReturnType<typeof createOptions>;

    beforeAll(async () => {
      const knex = await databases.init('POSTGRES_15');
      const { connection } = knex.client.config;
      options = createOptions({
        client: 'pg',
        pluginDivisionMode: 'schema',
        // Knex hides the password from whoever copies the rest.
        connection: { ...connection, password: connection.password },
      });
    });

    it('comes when the one before has started', async () => {
      const one = new StartTurn();
      const other = new StartTurn();
      await one.take(options);
      const order: string[] = [];
      const taken = other.take(options).then(() => order.push('other began'));
      // A third one that does not wait for long shows that the lock is held, and holds nothing itself.
      await new StartTurn(300).take(options);
      expect(options.logger.warn).toHaveBeenCalledTimes(1);
      order.push('one ended');
      await one.end();
      await taken;
      expect(order).toEqual(['one ended', 'other began']);
      await other.end();
    });

    it('may be ended twice, and by somebody who never had it', async () => {
      const turn = new StartTurn();
      await turn.end();
      await turn.take(options);
      await turn.end();
      await expect(turn.end()).resolves.toBeUndefined();
    });
  });
}

it('is nothing to wait for on SQLite', async () => {
  const options = createOptions({
    client: 'better-sqlite3',
    connection: ':memory:',
  });
  await new StartTurn().take(options);
  expect(options.logger.warn).not.toHaveBeenCalled();
});
