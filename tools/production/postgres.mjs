// The PostgreSQL that a harness uses: the one that tools/postgres/with-postgres.mjs starts, or that the variable names.
import { createRequire } from 'node:module';
import path from 'node:path';

// The client that the backend itself uses.
const pg = createRequire(
  path.resolve(import.meta.dirname, '../../packages/backend/package.json'),
)('pg');

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** Its address, or a sentence that says how to get one. */
export function postgresAddress() {
  const address = process.env[VARIABLE];
  if (!address) {
    throw new Error(
      `There is no PostgreSQL: start this with 'node tools/postgres/with-postgres.mjs node …', or set ${VARIABLE} to the address of a server.`,
    );
  }
  return new URL(address);
}

/** Asks a database of the server. */
export async function query(database, text) {
  const address = postgresAddress();
  address.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Drops every database whose name starts with the prefix. */
export async function dropDatabases(prefix) {
  const rows = await query('postgres', 'select datname from pg_database');
  for (const { datname } of rows.filter(row =>
    row.datname.startsWith(prefix),
  )) {
    await query(
      'postgres',
      `drop database if exists "${datname}" with (force)`,
    );
  }
}
