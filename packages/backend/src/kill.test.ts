import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, until } from '@caas/backend-testing/processes';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import {
  PortalProcess,
  type PersonaClients,
} from './__testUtils__/PortalProcess';

/** How often the backend is killed; raise it with KILLS for a longer run. */
const KILLS = Number(process.env.KILLS ?? 20);
/** From approval to a ready namespace takes about this long, so a kill falls somewhere into it. */
const WINDOW_MS = 1500;

jest.setTimeout(20 * 60_000);

/** Numbers between 0 and 1, the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

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

describe('a backend that is killed between approval and completion', () => {
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
    const random = seeded(20261121);
    const submitted: string[] = [];

    for (let round = 0; round < KILLS; round += 1) {
      const developer = await signInWhenKnown(portal);
      const request = await submitWhenAnnounced(developer, round);
      submitted.push(request.id);
      const admin = await portal.as('user:default/wang-fang');
      await admin.approvals.requests.decide({
        id: request.id,
        verdict: 'approve',
        comment: '',
        payloadHash: request.payloadHash,
      });
      // The moment of the kill is what this test varies; nothing is waited for here.
      await new Promise(resolve => {
        setTimeout(resolve, random() * WINDOW_MS);
      });
      await portal.kill();
      await portal.start();
    }

    const developer = await portal.as('user:default/li-wei');
    for (const id of submitted) {
      await until(`request ${id} is completed`, 60_000, async () => {
        const { state, execution } = await developer.approvals.requests.get({
          id,
        });
        if (state === 'failed') {
          throw new Error(`Request ${id} failed: ${execution?.message}`);
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
