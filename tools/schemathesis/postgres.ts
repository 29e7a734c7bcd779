import createKnex from 'knex';

/** A database of its own on the PostgreSQL that tests use; undefined when there is none. */
export async function createPostgresDatabase(purpose: string) {
  const server =
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING;
  if (!server) return undefined;
  const name = `${purpose}_${process.pid}`;
  const execute = async (statement: string) => {
    const knex = createKnex({ client: 'pg', connection: server });
    await knex.raw(statement).finally(() => knex.destroy());
  };
  await execute(`create database ${name}`);
  const connection = new URL(server);
  connection.pathname = `/${name}`;
  return {
    /** What goes under `backend.database`. */
    config: {
      client: 'pg',
      connection: connection.href,
      pluginDivisionMode: 'schema',
    },
    drop: () => execute(`drop database ${name} with (force)`),
  };
}
