import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  dateInDays,
  freePort,
  seededRandom,
  until,
} from '@caas/backend-testing/processes';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import {
  PortalProcess,
  type PersonaClients,
} from './__testUtils__/PortalProcess';

/** How often the backend is killed; `KILLS=100` for the whole promise, `KILL_SEED` for other moments. */
const KILLS = Number(process.env.KILLS ?? 8);
const SEED = Number(process.env.KILL_SEED ?? 20261121);
/** From submit to a ready namespace takes about this long, so a kill falls somewhere into it. */
const WINDOW_MS = 2000;

jest.setTimeout(5 * 60_000 + KILLS * 45_000);

/** Signs in as soon as the catalog knows the persona. */
function signInWhenKnown(portal: PortalProcess): Promise<PersonaClients> {
  return until('the catalog knows the persona', 60_000, () =>
    portal.as('user:default/li-wei').catch(() => undefined),
  );
}

/** Submits as soon as tenancy has announced its request kinds. */
function submitWhenAnnounced(developer: PersonaClients, round: number) {
  return until('the domains have announced', 60_000, () =>
    developer.approvals.requests
      .submit({
        kind: 'namespace.create',
        tenant: 'life',
        payload: {
          name: `kill-${round}`,
          cluster: 'nonprod',
          environment: 'dev',
          cpu: '100m',
          memory: '64Mi',
          leaseUntil: dateInDays(30),
        },
        purpose: `Killed at a random point, round ${round}`,
        idempotencyKey: `kill-round-${round}`,
      })
      .catch(error => {
        if (error.status === 503 || error.status === 404) return undefined;
        throw error;
      }),
  );
}

function approve(
  admin: PersonaClients,
  { id, payloadHash }: Pick<RequestDetail, 'id' | 'payloadHash'>,
) {
  return admin.approvals.requests.decide({
    id,
    verdict: 'approve',
    comment: '',
    payloadHash,
  });
}

describe('a backend that is killed between submit and completion', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  let portal: PortalProcess;

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'caas-kill-'));
    sandbox = await startSandbox({ dataDir, ports: 0 });
    portal = PortalProcess.create({
      dataDir,
      port: await freePort(),
      clusters: {
        nonprod: sandbox.clusters.nonprod,
        prod: sandbox.clusters.prod,
      },
    });
    await portal.start();
  });

  afterAll(async () => {
    await portal?.kill();
    await sandbox?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(`completes each of ${KILLS} requests once, with exactly one namespace`, async () => {
    const random = seededRandom(SEED);
    const submitted: string[] = [];

    for (let round = 0; round < KILLS; round += 1) {
      const developer = await signInWhenKnown(portal);
      const admin = await portal.as('user:default/wang-fang');
      const underWay = submitWhenAnnounced(developer, round)
        .then(request => approve(admin, request))
        // The kill falls into it: whoever has no answer asks again.
        .catch(() => undefined);
      // The moment of the kill is what this test varies; nothing is waited for here.
      await new Promise(resolve => {
        setTimeout(resolve, random() * WINDOW_MS);
      });
      await portal.kill();
      await underWay;
      await portal.start();
      const again = await signInWhenKnown(portal);
      const request = await submitWhenAnnounced(again, round);
      submitted.push(request.id);
      if (request.state === 'pending') {
        await approve(await portal.as('user:default/wang-fang'), request);
      }
    }

    const developer = await portal.as('user:default/li-wei');
    for (const id of submitted) {
      await until(`request ${id} is completed`, 60_000, async () => {
        const { state, execution } = await developer.approvals.requests.get({
          id,
        });
        if (state === 'failed') {
          throw new Error(`Request ${id} failed: ${execution?.message?.en}`);
        }
        return state === 'completed';
      });
    }

    const held = await developer.tenancy.namespaces.list({
      tenant: 'life',
      limit: 100,
    });
    const wanted = submitted.map((_, round) => `life-kill-${round}-dev`).sort();
    expect(held.items.map(namespace => namespace.name).sort()).toEqual(wanted);

    const standing = sandbox.clusters.nonprod
      .listNamespaces({ 'caas.io/tenant': 'life' })
      .filter(name => name.includes('-kill-'))
      .sort();
    expect(standing).toEqual(wanted);

    const quotas = await developer.tenancy.quotas.list({ code: 'life' });
    const dev = quotas.items.find(quota => quota.environment === 'dev');
    expect(dev?.allocated.cpuMillicores).toBe(KILLS * 100);
    expect(dev?.requested.cpuMillicores).toBe(0);
  });
});
