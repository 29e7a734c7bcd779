// storyProcess.ts '{"connection":"postgresql://…","approvals":200}': the whole backend on PostgreSQL and the sandbox; prints how long it
// is from an approval to a ready namespace, of one at a time and of many at once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  dateInDays,
  freePort,
  until,
} from '../../../packages/backend-testing/src/processes';
import {
  PortalProcess,
  type PersonaClients,
} from '../../../packages/backend/src/__testUtils__/PortalProcess';
import { startSandbox } from '../../../packages/sandbox/src';
import { median } from '../statistics.mjs';

const options: { connection: string; approvals: number } = JSON.parse(
  process.argv[2],
);
/** One after the other, for the median. */
const ONE_BY_ONE = 7;
/** Approvers at once. */
const AT_ONCE = 10;

type Asked = { id: string; payloadHash: string };

const submit = (developer: PersonaClients, name: string): Promise<Asked> =>
  developer.approvals.requests.submit({
    kind: 'namespace.create',
    tenant: 'life',
    payload: {
      name,
      cluster: 'nonprod',
      environment: 'dev',
      cpu: '100m',
      memory: '64Mi',
      leaseUntil: dateInDays(20),
    },
    purpose: 'To measure how long it takes',
    idempotencyKey: `bench-${name}`,
  });

const approve = (admin: PersonaClients, { id, payloadHash }: Asked) =>
  admin.approvals.requests.decide({
    id,
    payloadHash,
    verdict: 'approve',
    comment: '',
  });

/** Waits until so many requests of the tenant are completed; fails as soon as one has failed. */
const completed = (admin: PersonaClients, count: number) =>
  until(`${count} requests are completed`, 300_000, async () => {
    const of = async (state: 'completed' | 'failed') =>
      (await admin.approvals.requests.list({ tenant: 'life', state, limit: 1 }))
        .totalCount;
    if ((await of('failed')) > 0) throw new Error('A request has failed');
    return (await of('completed')) >= count;
  });

async function inParallel<T>(items: T[], work: (item: T) => Promise<unknown>) {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function main() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'caas-bench-story-'));
  const sandbox = await startSandbox({ dataDir, ports: 0 });
  const portal = PortalProcess.create({
    dataDir,
    port: await freePort(),
    clusters: sandbox.clusters,
    backend: {
      database: {
        client: 'pg',
        connection: options.connection,
        pluginDivisionMode: 'schema',
      },
    },
  });
  try {
    await portal.start();
    const developer = await until('the persona is known', 60_000, () =>
      portal.as('user:default/li-wei').catch(() => undefined),
    );
    const admin = await portal.as('user:default/wang-fang');
    await until('the kinds are announced', 60_000, () =>
      submit(developer, 'first')
        .then(asked => approve(admin, asked))
        .catch(() => undefined),
    );
    await completed(admin, 1);
    const seconds: number[] = [];
    for (let index = 0; index < ONE_BY_ONE; index += 1) {
      const asked = await submit(developer, `one-${index}`);
      const started = performance.now();
      await approve(admin, asked);
      await completed(admin, index + 2);
      seconds.push((performance.now() - started) / 1000);
    }
    const many: Asked[] = [];
    await inParallel(
      Array.from({ length: options.approvals }, (_, index) => `many-${index}`),
      async name => void many.push(await submit(developer, name)),
    );
    const started = performance.now();
    await inParallel(many, asked => approve(admin, asked));
    const approvedSeconds = (performance.now() - started) / 1000;
    await completed(admin, 1 + ONE_BY_ONE + many.length);
    const manySeconds = (performance.now() - started) / 1000;
    const standing = sandbox.clusters.nonprod
      .listNamespaces({ 'caas.io/tenant': 'life' })
      .filter(name => name.includes('-many-'));
    if (standing.length !== many.length) {
      throw new Error(`${standing.length} of ${many.length} namespaces stand`);
    }
    console.log(
      JSON.stringify({
        oneSeconds: median(seconds),
        approvedSeconds,
        manySeconds,
      }),
    );
  } catch (error) {
    console.error(portal.tail());
    throw error;
  } finally {
    await portal.kill();
    await sandbox.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
