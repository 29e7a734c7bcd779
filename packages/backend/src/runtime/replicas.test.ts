import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { dateInDays, freePort, until } from '@caas/backend-testing/processes';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import { PortalProcess } from '../__testUtils__/PortalProcess';
import { askForever } from './__testUtils__/askForever';
import { balance } from './__testUtils__/balance';

const POSTGRES =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING;
const LI_WEI = 'user:default/li-wei';
const WANG_FANG = 'user:default/wang-fang';

jest.setTimeout(10 * 60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_15'] });

/** Every plugin makes a database of its own; these are the names they begin with. */
async function dropDatabases(prefix: string): Promise<void> {
  const knex = await databases.init('POSTGRES_15');
  const names = await knex('pg_database')
    .where('datname', 'like', `${prefix}%`)
    .pluck('datname');
  for (const name of names) {
    await knex.raw('drop database ?? with (force)', [name]);
  }
}

const withPostgres = databases.supports('POSTGRES_15')
  ? describe
  : describe.skip;

withPostgres('two replicas that share one PostgreSQL (skipped without)', () => {
  const prefix = `replicas_${randomBytes(4).toString('hex')}_`;
  let directory: string;
  let sandbox: Sandbox;
  let one: PortalProcess;
  let other: PortalProcess;

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'caas-replicas-'));
    sandbox = await startSandbox({ dataDir: directory, ports: 0 });
    const { hostname, port, username, password } = new URL(POSTGRES!);
    const create = async (name: string) =>
      PortalProcess.create({
        dataDir: path.join(directory, name),
        port: await freePort(),
        clusters: {
          nonprod: sandbox.clusters.nonprod,
          prod: sandbox.clusters.prod,
        },
        backend: {
          database: {
            client: 'pg',
            prefix,
            connection: {
              host: hostname,
              port: Number(port),
              user: username,
              password,
            },
            // Every plugin has a pool, at both replicas, and the server of the tests has 300 connections.
            knexConfig: { pool: { min: 0, max: 4 } },
          },
          lifecycle: { serverShutdownDelay: '2s' },
        },
        config: { events: { useEventBus: 'always' } },
      });
    one = await create('one');
    other = await create('other');
    // At once, and from nothing: both want to make every table.
    await Promise.all([one.start(), other.start()]);
  });

  afterAll(async () => {
    await Promise.all([one?.kill(), other?.kill()]);
    await sandbox?.close();
    await dropDatabases(prefix);
    rmSync(directory, { recursive: true, force: true });
  });

  it('act as one: what is applied for at one is approved at the other, and done once', async () => {
    const developer = await until(
      'the catalog knows the persona',
      120_000,
      () => one.as(LI_WEI).catch(() => undefined),
    );
    const request = await until('the domains have announced', 120_000, () =>
      developer.approvals.requests
        .submit({
          kind: 'namespace.create',
          tenant: 'life',
          payload: {
            name: 'replicas',
            cluster: 'nonprod',
            environment: 'dev',
            cpu: '100m',
            memory: '64Mi',
            leaseUntil: dateInDays(30),
          },
          purpose: 'Submitted at one replica, approved at the other',
          idempotencyKey: 'replicas',
        })
        .catch(error => {
          if (error.status === 503 || error.status === 404) return undefined;
          throw error;
        }),
    );
    const admin = await until('the other knows the approver', 60_000, () =>
      other.as(WANG_FANG).catch(() => undefined),
    );
    await admin.approvals.requests.decide({
      id: request.id,
      verdict: 'approve',
      comment: '',
      payloadHash: request.payloadHash,
    });
    await until('it is completed at the first', 60_000, async () => {
      const { state } = await developer.approvals.requests.get({
        id: request.id,
      });
      return state === 'completed';
    });
    expect(
      sandbox.clusters.nonprod
        .listNamespaces({ 'caas.io/tenant': 'life' })
        .filter(name => name.includes('replicas')),
    ).toEqual(['life-replicas-dev']);
  });

  it('lose no request when one of them stops', async () => {
    const balancer = await balance([one.port, other.port]);
    const token = await one.signIn(LI_WEI);
    const stop = askForever({
      addresses: [
        `${balancer.baseUrl}/api/approvals/requests`,
        `${balancer.baseUrl}/api/tenancy/namespaces?tenant=life`,
        `${balancer.baseUrl}/api/catalog/entities/by-query?limit=20`,
      ],
      connections: 50,
      pauseMs: 200,
      token,
    });
    const { code, afterMs } = await one.stop();
    const tally = await stop();
    await balancer.close();
    process.stdout.write(
      `The portal stopped within ${afterMs} ms: ${tally.answered} answered, ${tally.lost} lost, ${tally.failed} × 5xx\n`,
    );
    expect(code).toBe(0);
    expect(tally).toMatchObject({ lost: 0, failed: 0 });
    expect(afterMs).toBeLessThan(15_000);
    expect(tally.answered).toBeGreaterThan(50);
  });
});
