import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import type {
  ApplySetInput,
  DesiredObject,
} from '@caas/plugin-clusters-common';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import { createStore, TENANCY } from '../__testUtils__/applySets';
import { clientOf } from '../__testUtils__/portal';
import type { KubernetesClient } from '../clients/KubernetesClient';
import type { ApplySetStore } from '../database/ApplySetStore';
import { keyOf } from '../domain/applySet';
import { fingerprintOf } from '../domain/fingerprint';
import { askCluster, pathOf } from './__testUtils__/askCluster';
import { leavesOf, patchOf } from './__testUtils__/leaves';
import { richSet } from './__testUtils__/richSet';
import { runPortal } from './__testUtils__/runPortal';
import { secondsOf } from './__testUtils__/secondsOf';

/**
 * Drift in what the portal owns is repaired, what others own is left. `DRIFTS=20` for the whole promise: each field of each
 * kind is changed and taken away so often.
 */
const ROUNDS = Number(process.env.DRIFTS ?? 1);
const REPAIRED_SECONDS = 60;

jest.setTimeout(120_000 * ROUNDS + 60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('drift is repaired, and foreign fields are left', () => {
  let sandbox: Sandbox;
  let sets: ApplySetStore;
  let client: KubernetesClient;
  let portal: ReturnType<typeof runPortal>;

  beforeAll(async () => {
    sandbox = await startSandbox({});
    client = clientOf(sandbox.clusters.nonprod);
    ({ sets } = await createStore(databases, 'SQLITE_3'));
    portal = runPortal({
      sets,
      clients: { nonprod: clientOf(sandbox.clusters.nonprod) },
    });
  });
  afterAll(async () => {
    await portal.stop();
    await sandbox.close();
  });

  const put = async (input: ApplySetInput) => {
    await sets.put(input, { actor: TENANCY, now: new Date() });
    portal.reconciler.wake();
    await eventually(20, async () =>
      expect(await sets.find('nonprod', input.id)).toMatchObject({
        state: 'ready',
        observedGeneration: input.generation,
      }),
    );
  };
  /** What the portal owns of an object, in a word; undefined when it is not there. */
  const owned = async (object: DesiredObject) => {
    const live = await client.find(keyOf(object));
    return live && fingerprintOf(live);
  };
  const ask = (object: DesiredObject, method: string, body?: object) =>
    askCluster(sandbox.clusters.nonprod, {
      method,
      path: pathOf(object),
      query: 'fieldManager=kubectl-edit',
      contentType: 'application/merge-patch+json',
      body,
    });

  it(`puts back every field of every kind, taken away ${ROUNDS} times`, async () => {
    const input = richSet('life-drift-all');
    await put(input);
    let slowest = 0;
    let count = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const object of input.objects) {
        const before = await owned(object);
        for (const path of leavesOf(object)) {
          const answer = await ask(object, 'PATCH', patchOf(path, null));
          // Some fields cannot be taken away: the cluster refuses, or the object would be another one.
          if (answer.code >= 300) continue;
          count += 1;
          const seconds = await secondsOf(
            eventually(REPAIRED_SECONDS, async () =>
              expect(await owned(object)).toBe(before),
            ),
          );
          slowest = Math.max(slowest, seconds);
        }
      }
    }
    process.stdout.write(
      `drift: ${count} fields taken away were back after ${slowest.toFixed(2)} s at most\n`,
    );
    expect(count).toBeGreaterThan(10 * ROUNDS);
  });

  const uidOf = async (object: DesiredObject) =>
    (await client.find(keyOf(object)))?.metadata.uid;
  const expectAnew = async (
    { id }: ApplySetInput,
    object: DesiredObject,
    before: string | undefined,
  ) => {
    const uid = await uidOf(object);
    expect(uid).toBeDefined();
    expect(uid).not.toBe(before);
    expect(await sets.find('nonprod', id)).toMatchObject({ state: 'ready' });
  };

  it(`makes every object anew that was deleted, ${ROUNDS} times`, async () => {
    const input = richSet('life-drift-gone');
    await put(input);
    let slowest = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const object of input.objects) {
        const before = await uidOf(object);
        await ask(object, 'DELETE');
        const seconds = await secondsOf(
          eventually(REPAIRED_SECONDS, () => expectAnew(input, object, before)),
        );
        slowest = Math.max(slowest, seconds);
      }
    }
    process.stdout.write(
      `drift: every object that was deleted stood again after ${slowest.toFixed(2)} s at most\n`,
    );
    expect(slowest).toBeLessThanOrEqual(REPAIRED_SECONDS);
  });

  it('never takes over a field that somebody else owns, and says whose it is', async () => {
    const input = richSet('life-drift-owned');
    await put(input);
    const quota = input.objects[1];
    await ask(quota, 'PATCH', { spec: { hard: { pods: '99' } } });
    await eventually(REPAIRED_SECONDS, async () =>
      expect(await sets.find('nonprod', input.id)).toMatchObject({
        state: 'stalled',
        conditions: [
          {
            reason: 'FieldConflict',
            message: expect.stringContaining('owned by "kubectl-edit"'),
          },
        ],
      }),
    );
    expect((await client.find(keyOf(quota)))?.spec?.hard.pods).toBe('99');
  });

  it('leaves what others add beside its fields, without a request', async () => {
    const input = richSet('life-drift-beside');
    await put(input);
    const map = input.objects.at(-1)!;
    const before = await sets.find('nonprod', input.id);
    await ask(map, 'PATCH', {
      metadata: { annotations: { 'life.example/note': 'ours' } },
      data: { flavour: 'sweet' },
    });
    await sets.makeDue({ ...input, now: new Date() });
    portal.reconciler.wake();
    await eventually(20, async () => {
      const after = await sets.find('nonprod', input.id);
      expect(after!.updatedAt.getTime()).toBeGreaterThan(
        before!.updatedAt.getTime(),
      );
      expect(after).toMatchObject({
        state: 'ready',
        appliedAt: before!.appliedAt,
      });
    });
    expect(await client.find(keyOf(map))).toMatchObject({
      metadata: { annotations: { 'life.example/note': 'ours' } },
      data: { colour: 'green', flavour: 'sweet' },
    });
  });
});
