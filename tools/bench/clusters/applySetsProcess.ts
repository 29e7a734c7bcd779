// applySetsProcess.ts '{"url":"https://…","ca":"…","token":"…","sets":500}': views and reconciler of one cluster in a process
// of their own; prints how long the sets take, and what it asked of the cluster.
import { channel } from 'node:diagnostics_channel';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import createKnex from 'knex';
import type { DesiredObject } from '../../../plugins/clusters-common/src';
import { DefaultKubernetesClient } from '../../../plugins/clusters-backend/src/clients/DefaultKubernetesClient';
import { DatabaseApplySetStore } from '../../../plugins/clusters-backend/src/database/DatabaseApplySetStore';
import { runPortal } from '../../../plugins/clusters-backend/src/promises/__testUtils__/runPortal';

const { url, ca, token, sets: COUNT } = JSON.parse(process.argv[2]);
const MIGRATIONS = path.resolve(
  __dirname,
  '../../../plugins/clusters-backend/migrations',
);
const DEADLINE_MS = 180_000;

function objectsOf(name: string): DesiredObject[] {
  const rbac = 'rbac.authorization.k8s.io';
  const inside = (own: string) => ({ name: own, namespace: name });
  const policy = (own: string, spec: object) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: inside(own),
    spec: { podSelector: {}, policyTypes: ['Ingress'], ...spec },
  });
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: { 'caas.io/tenant': 'life', 'caas.io/environment': 'dev' },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: inside('quota'),
      spec: { hard: { 'requests.cpu': '4', 'requests.memory': '8Gi' } },
    },
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: inside('limits'),
      spec: { limits: [{ type: 'Container', default: { cpu: '500m' } }] },
    },
    policy('deny', {}),
    policy('own', { ingress: [{ from: [{ podSelector: {} }] }] }),
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata: inside('developers'),
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'edit' },
      subjects: [{ apiGroup: rbac, kind: 'Group', name: 'life' }],
    },
  ];
}

async function main() {
  const directory = mkdtempSync(path.join(tmpdir(), 'caas-bench-'));
  const knex = createKnex({
    client: 'better-sqlite3',
    useNullAsDefault: true,
    connection: { filename: path.join(directory, 'clusters.db') },
  });
  await knex.raw('pragma journal_mode = wal');
  await knex.migrate.latest({ directory: MIGRATIONS });
  const sets = DatabaseApplySetStore.create({ knex });

  let requests = 0;
  channel('undici:request:create').subscribe(() => {
    requests += 1;
  });
  // The database is a file: every socket of this process leads to the cluster.
  let connections = 0;
  const open = () =>
    process.getActiveResourcesInfo().filter(name => name === 'TCPSocketWrap')
      .length;
  const counter = setInterval(() => {
    connections = Math.max(connections, open());
  }, 20);

  const client = DefaultKubernetesClient.create({
    definition: {
      name: 'nonprod',
      title: 'nonprod',
      titleEn: 'nonprod',
      environments: ['dev'],
      origin: 'config',
      readAccess: () => ({ url, ca, user: { token } }),
    },
  });
  const portal = runPortal({ sets, clients: { nonprod: client } });
  const view = portal.views.get('nonprod')!;
  await until(() => view.status.state === 'connected');

  const by = () => ({ actor: 'plugin:tenancy', now: new Date() });
  const begun = performance.now();
  for (let index = 0; index < COUNT; index += 1) {
    const name = `life-bench-${index}-dev`;
    await sets.put(
      {
        cluster: 'nonprod',
        id: `tenancy.namespace.${name}`,
        tenant: 'life',
        generation: 1,
        reason: 'bench',
        objects: objectsOf(name),
      },
      by(),
    );
  }
  const count = async (where: object, after = '') => {
    const [row] = await knex('apply_sets')
      .where(where)
      .where('updated_at', '>', after)
      .count<{ count: number }[]>({ count: '*' });
    return Number(row.count);
  };
  await until(async () => (await count({ state: 'ready' })) === COUNT);
  const readySeconds = (performance.now() - begun) / 1000;
  const readyRequests = requests;

  // What the applies changed has arrived, and woke nobody any more.
  await wait(3_000);
  const pass = async () => {
    const before = requests;
    const since = new Date().toISOString();
    const started = performance.now();
    await wait(5);
    await knex('apply_sets').update({ next_run_at: since });
    portal.reconciler.wake();
    await until(
      async () =>
        (await count({ state: 'ready', ticket: null }, since)) === COUNT,
    );
    return {
      seconds: (performance.now() - started) / 1000,
      requests: requests - before,
    };
  };
  const noChange = [await pass(), await pass(), await pass()];
  // Sent again as every ten minutes.
  await knex('apply_sets').update({ applied_at: null });
  const whole = await pass();
  clearInterval(counter);
  process.stdout.write(
    `${JSON.stringify({
      sets: COUNT,
      readySeconds,
      readyRequests,
      connections,
      noChangeSeconds: Math.max(...noChange.map(({ seconds }) => seconds)),
      noChangeRequests: Math.max(...noChange.map(one => one.requests)),
      wholeSeconds: whole.seconds,
      wholeRequests: whole.requests,
      residentMb: process.memoryUsage.rss() / 2 ** 20,
    })}\n`,
  );
  process.exit(0);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within ${DEADLINE_MS} ms`);
    await wait(50);
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
