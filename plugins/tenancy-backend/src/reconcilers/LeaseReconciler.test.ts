import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { lastDayOf } from '@caas/plugin-tenancy-common';
import { createKind, namespaceSubject } from '../__testUtils__/desk';
import { createStores, LIFE_DEV, NOW } from '../__testUtils__/stores';
import { amounts } from '../__testUtils__/definitions';
import { FakeClustersClient } from '../clients/FakeClustersClient';
import type { LeaseNews } from '../clients/LeaseNotifier';
import type { Holder } from '../domain/lease';
import { LeaseReconciler } from './LeaseReconciler';
import { NamespaceReconciler } from './NamespaceReconciler';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const DAY_MS = 24 * 60 * 60 * 1000;
const LAST_DAY = '2026-12-31';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('leases on %s', databaseId => {
  /** A namespace of life with a lease until the end of the year, and everything that works on it. */
  async function createLadder() {
    const stores = await createStores(databases, databaseId);
    const clusters = new FakeClustersClient();
    let now = NOW;
    const clock = { now: () => now };
    clusters.now = clock.now;
    const told: (LeaseNews & { on: string })[] = [];
    const holders: Holder[] = [];
    const announcer = { announce: async () => {} };
    const moved: string[] = [];
    const progress = {
      announce: async (requestId: string) => void moved.push(requestId),
    };
    const logger = mockServices.logger.mock();
    const { kinds } = createKind(stores, clusters, clock);
    const objects = NamespaceReconciler.create({
      ...stores,
      clusters,
      announcer,
      progress,
      clock,
      logger,
    });
    const ladder = LeaseReconciler.create({
      ...stores,
      clusters,
      dependants: { list: async () => holders },
      notifier: {
        tell: async (_namespace, _until, news) =>
          void told.push({ ...news, on: lastDayOf(now) }),
      },
      rules: { reminderDays: [14, 7, 1], graceDays: 7 },
      announcer,
      progress,
      clock,
      logger,
      onDeleting: () => {},
    });
    const run = async () => {
      await objects.run();
      await ladder.run();
      await objects.run();
    };
    const subject = namespaceSubject({ payload: { leaseUntil: LAST_DAY } });
    await kinds['namespace.create'].execute(subject);
    await run();
    const [{ id }] = await stores.namespaces.listAll();
    const payload = {
      namespace: id,
      name: 'life-policy-dev',
      cluster: 'nonprod',
      environment: 'dev',
    };
    return {
      stores,
      clusters,
      kinds,
      told,
      /** Requests of which the desk was told that they have moved. */
      moved,
      holders,
      run,
      id,
      find: () => stores.namespaces.find(id),
      /** Day by day, as time passes. */
      async until(day: string) {
        const end = new Date(`${day}T12:00:00.000Z`);
        while (now < end) {
          now = new Date(Math.min(now.getTime() + DAY_MS / 4, end.getTime()));
          await run();
        }
      },
      renewal: (leaseUntil: string, requestId = 'renew-1') => ({
        ...namespaceSubject({ requestId }),
        payload: { ...payload, leaseUntil, from: LAST_DAY },
      }),
      deletion: { ...namespaceSubject({ requestId: 'delete-1' }), payload },
    };
  }

  it('remind, stop, wait, keep the manifests, delete, and give the share back once', async () => {
    const ladder = await createLadder();
    const { clusters, stores, told } = ladder;
    await ladder.until('2026-12-31');
    expect(told).toEqual([
      { kind: 'remind', days: 14, on: '2026-12-18' },
      { kind: 'remind', days: 7, on: '2026-12-25' },
      { kind: 'remind', days: 1, on: '2026-12-31' },
    ]);
    expect(await ladder.find()).toMatchObject({
      state: 'ready',
      lease: { stage: 'reminded' },
    });
    await ladder.until('2027-01-02');
    expect(await ladder.find()).toMatchObject({
      state: 'stopped',
      lease: {
        stage: 'grace',
        heldBy: [],
        nextAt: expect.stringMatching(/^2027-01-08/),
      },
    });
    expect(clusters.lifecycle.calls).toEqual(['stop life-policy-dev']);
    await ladder.until('2027-01-10');
    expect(clusters.lifecycle.calls).toEqual([
      'stop life-policy-dev',
      'export life-policy-dev',
      'delete life-policy-dev',
    ]);
    expect(await ladder.find()).toMatchObject({ state: 'deleted' });
    expect(await stores.namespaces.listAll()).toEqual([]);
    expect(await stores.ledger.find(LIFE_DEV)).toMatchObject({
      allocated: amounts(0, 0),
    });
    const [kept] = await stores.exports.list(ladder.id);
    const file = await stores.exports.find(ladder.id, kept.id);
    expect(file?.manifests).toContain('kind: ConfigMap');
    await ladder.until('2027-01-20');
    expect(clusters.lifecycle.calls).toHaveLength(3);
    // The name is free again: it is history that has it.
    const again = namespaceSubject({
      requestId: 'r2',
      payload: { leaseUntil: '2027-03-01' },
    });
    expect(await ladder.kinds['namespace.create'].execute(again)).toMatchObject(
      { state: 'working' },
    );
  });

  it('hold what something needs, say so once a day, and go on when nothing does', async () => {
    const ladder = await createLadder();
    ladder.holders.push({
      kind: 'component',
      name: 'component:default/claims',
      reason: {
        'zh-CN': '它依赖该命名空间',
        en: 'It depends on the namespace, says the catalog',
      },
    });
    await ladder.until('2027-01-05');
    expect(await ladder.find()).toMatchObject({
      state: 'ready',
      lease: { heldBy: [{ name: 'component:default/claims' }] },
    });
    const held = ladder.told.filter(({ kind }) => kind === 'held');
    expect(held.map(({ on }) => on)).toEqual([
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
      '2027-01-05',
    ]);
    expect(ladder.clusters.lifecycle.calls).toEqual([]);
    ladder.holders.length = 0;
    await ladder.until('2027-01-06');
    expect(await ladder.find()).toMatchObject({ state: 'stopped' });
  });

  it('run again what was stopped when they are renewed, once', async () => {
    const ladder = await createLadder();
    const { kinds, clusters, moved } = ladder;
    await ladder.until('2027-01-03');
    moved.length = 0;
    const renewal = ladder.renewal('2027-02-28');
    expect(await kinds['namespace.renew'].execute(renewal)).toMatchObject({
      state: 'working',
      steps: [{ state: 'done' }, { id: 'start', state: 'working' }],
    });
    await ladder.run();
    expect(moved).toEqual(['renew-1']);
    expect(await kinds['namespace.renew'].execute(renewal)).toMatchObject({
      state: 'done',
    });
    expect(await ladder.find()).toMatchObject({
      state: 'ready',
      lease: { stage: 'running', until: '2027-02-28T23:59:59.999Z' },
    });
    expect(clusters.lifecycle.calls).toEqual([
      'stop life-policy-dev',
      'start life-policy-dev',
    ]);
    // A late repeat is no second renewal, and one for a day that is over is none at all.
    await ladder.until('2027-02-15');
    await kinds['namespace.renew'].execute(renewal);
    expect(await ladder.find()).toMatchObject({
      lease: { stage: 'reminded' },
    });
    const late = ladder.renewal('2027-02-01', 'renew-2');
    expect(await kinds['namespace.renew'].execute(late)).toMatchObject({
      state: 'failed',
      message: {
        'zh-CN': expect.stringContaining('申请续期至 2027-02-01，现已过期'),
        en: expect.stringContaining('over by now'),
      },
    });
  });

  it('are deleted by a request at once, which can be cancelled only before', async () => {
    const ladder = await createLadder();
    const { kinds, clusters, deletion } = ladder;
    const other = { ...deletion, requestId: 'delete-2' };
    await kinds['namespace.delete'].cancel(other);
    expect(await kinds['namespace.delete'].execute(other)).toMatchObject({
      state: 'failed',
      message: { en: expect.stringContaining('cancelled') },
    });
    clusters.holdsDeletions = "Finalizers 'example.com/backup' hold it";
    expect(await kinds['namespace.delete'].execute(deletion)).toMatchObject({
      state: 'working',
    });
    await ladder.run();
    await ladder.until('2026-11-22');
    expect(await kinds['namespace.delete'].execute(deletion)).toMatchObject({
      state: 'working',
      message: {
        'zh-CN': expect.stringMatching(
          /^正在等待集群“.*”删除它：.*example\.com\/backup/,
        ),
        en: expect.stringContaining('example.com/backup'),
      },
    });
    await expect(
      kinds['namespace.delete'].cancel(deletion),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      translations: { 'zh-CN': expect.stringContaining('正在删除，无法撤回') },
    });
    const renewal = ladder.renewal('2027-02-28');
    expect(await kinds['namespace.renew'].execute(renewal)).toMatchObject({
      state: 'failed',
      message: {
        'zh-CN': expect.stringContaining('已不再使用，不能续期'),
        en: expect.stringContaining('not held any more'),
      },
    });
    for (const [key, set] of clusters.applySets) {
      clusters.applySets.set(key, { ...set, state: 'deleted' });
    }
    await ladder.until('2026-11-23');
    expect(await kinds['namespace.delete'].execute(deletion)).toMatchObject({
      state: 'done',
    });
    expect(clusters.lifecycle.calls).toEqual([
      'export life-policy-dev',
      'delete life-policy-dev',
    ]);
  });

  it('take nothing away while the clusters do not answer, and say why nothing goes on', async () => {
    const ladder = await createLadder();
    await ladder.until('2026-12-31');
    ladder.clusters.isDown = true;
    await ladder.until('2027-01-03');
    expect(await ladder.find()).toMatchObject({
      state: 'stopped',
      lease: {
        stage: 'stopped',
        heldBy: [
          {
            kind: 'Cluster',
            name: 'nonprod',
            reason: { en: expect.stringContaining('down') },
          },
        ],
      },
    });
    // A row of an older portal, which wrote reasons in English only.
    await ladder.stores.knex('leases').update({
      held_by: '[{"kind":"Cluster","name":"nonprod","reason":"It is away"}]',
    });
    expect(await ladder.find()).toMatchObject({
      lease: {
        heldBy: [{ reason: { 'zh-CN': 'It is away', en: 'It is away' } }],
      },
    });
    ladder.clusters.isDown = false;
    await ladder.until('2027-01-04');
    expect(await ladder.find()).toMatchObject({
      lease: { stage: 'grace', heldBy: [] },
    });
  });
});
