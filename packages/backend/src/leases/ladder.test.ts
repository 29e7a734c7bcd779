import { until } from '@caas/backend-testing/processes';
import { endOfLease } from '@caas/plugin-tenancy-common';
import { ClusterAdmin } from '@caas/sandbox';
import { namespacePayload } from '../access/__testUtils__/cases';
import type { Caller } from '../access/__testUtils__/callers';
import { ComposedPortal } from '../access/__testUtils__/ComposedPortal';
import {
  callOperation,
  type InputOf,
  type OperationName,
} from '../access/__testUtils__/operations';
import { TurnedClock } from './__testUtils__/TurnedClock';

// The ladder is looked at every ten seconds, whatever its clock says.
jest.setTimeout(300_000);
const PATIENCE_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

const clock = new TurnedClock();
let portal: ComposedPortal;
beforeAll(async () => {
  portal = await ComposedPortal.start([clock.feature]);
});
afterAll(() => portal?.stop());

/** What an operation answers; undefined when it is refused. */
async function ask<Name extends OperationName>(
  caller: Caller,
  name: Name,
  input: InputOf<Name>,
): Promise<unknown> {
  return (await callOperation(portal, caller, name, input)).output;
}

const workload = (name: string, namespace: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace, labels: { app: name } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        containers: [
          {
            name,
            image: 'harbor.local/life/claims:1.0.0',
            resources: {
              requests: { cpu: '10m', memory: '8Mi' },
              limits: { cpu: '10m', memory: '8Mi' },
            },
          },
        ],
      },
    },
  },
});

type Held = {
  id: string;
  name: string;
  state: string;
  lease: { stage: string; until: string; nextAt: string };
};

async function findHeld(shows: 'held' | 'deleted'): Promise<Held | undefined> {
  const page = await ask('tenant admin of life', 'tenancy.namespaces.list', {
    tenant: 'life',
    shows,
  });
  return (page as { items: Held[] }).items[0];
}

async function notesOf(caller: Caller): Promise<string[]> {
  const response = await portal.fetch(
    caller,
    '/api/notifications/notifications?topic=leases',
  );
  const { notifications } = await response.json();
  return notifications.map(
    (each: { payload: { title: string } }) => each.payload.title,
  );
}

it('takes a development namespace from its reminder to its deletion on the cluster, step by step', async () => {
  const cluster = new ClusterAdmin(portal.sandbox.clusters.nonprod);
  const payload = namespacePayload('ladder');
  const made = await until('it is asked for', PATIENCE_MS, () =>
    ask('developer of life', 'approvals.requests.submit', {
      kind: 'namespace.create',
      tenant: 'life',
      payload,
      purpose: 'To see how its lease ends',
    }),
  );
  const { id, payloadHash } = made as { id: string; payloadHash: string };
  await ask('tenant admin of life', 'approvals.requests.decide', {
    id,
    payloadHash,
    verdict: 'approve',
  });
  const { name, lease } = await until('it is ready', PATIENCE_MS, async () => {
    const held = await findHeld('held');
    return held?.state === 'ready' ? held : undefined;
  });
  const end = endOfLease(payload.leaseUntil);
  expect(new Date(lease.until)).toEqual(end);
  await cluster.create(workload('claims', name));
  const deployment = { kind: 'Deployment', name: 'claims', namespace: name };

  // A week before its end.
  clock.turnTo(new Date(end.getTime() - 7 * DAY_MS));
  await until('people are reminded', PATIENCE_MS, async () =>
    (await findHeld('held'))?.lease.stage === 'reminded' ? true : undefined,
  );
  for (const reader of ['developer of life', 'tenant admin of life'] as const) {
    const notes = await notesOf(reader);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(`namespace ${name} ends on`);
  }
  expect((await cluster.find(deployment)).spec.replicas).toBe(2);

  // The day after its end.
  clock.turnTo(new Date(end.getTime() + DAY_MS));
  const stopped = await until('it is stopped', PATIENCE_MS, async () => {
    const held = await findHeld('held');
    return held?.lease.stage === 'grace' ? held : undefined;
  });
  expect(stopped.state).toBe('stopped');
  expect((await cluster.find(deployment)).spec.replicas).toBe(0);
  expect((await notesOf('developer of life')).join()).toContain(
    `Namespace ${name} was stopped`,
  );

  // Within the days of grace nothing else happens, and after them it goes.
  const graceEnds = new Date(stopped.lease.nextAt);
  expect(graceEnds.getTime()).toBeGreaterThan(end.getTime() + 7 * DAY_MS);
  expect(await cluster.find({ kind: 'Namespace', name })).toBeDefined();
  clock.turnTo(new Date(graceEnds.getTime() + DAY_MS));
  const gone = await until('it is deleted', PATIENCE_MS, () =>
    findHeld('deleted'),
  );
  expect(gone).toMatchObject({ id: stopped.id, state: 'deleted' });
  expect(await cluster.find({ kind: 'Namespace', name })).toBeUndefined();
  expect(await findHeld('held')).toBeUndefined();

  const admin = 'tenant admin of life';
  const list = await ask(admin, 'tenancy.namespaceExports.list', {
    namespace: gone.id,
  });
  const [kept] = (list as { items: Array<{ id: string }> }).items;
  const file = await ask(admin, 'tenancy.namespaceExports.get', {
    namespace: gone.id,
    id: kept.id,
  });
  expect((file as { manifests: string }).manifests).toMatch(
    /kind: Deployment[\s\S]*name: claims/,
  );
  const quotas = await ask(admin, 'tenancy.quotas.list', { code: 'life' });
  expect(quotas).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({
        cluster: 'nonprod',
        environment: 'dev',
        allocated: expect.objectContaining({ cpuMillicores: 0 }),
      }),
    ]),
  });
});
