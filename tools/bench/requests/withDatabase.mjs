import knexFactory from 'knex';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** Runs `work` with the address of a new database of PostgreSQL, and drops it. */
export async function withDatabase(name, work) {
  const server = process.env[VARIABLE];
  if (!server) {
    throw new Error(`${VARIABLE} is not set: run it under with-postgres.mjs`);
  }
  const admin = knexFactory({ client: 'pg', connection: server });
  const database = `bench_${name}_${process.pid}`;
  await admin.raw('create database ??', [database]);
  const address = new URL(server);
  address.pathname = `/${database}`;
  try {
    return await work(address.href);
  } finally {
    await admin.raw('drop database ?? with (force)', [database]);
    await admin.destroy();
  }
}
