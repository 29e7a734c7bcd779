import { TestDatabases } from '@backstage/backend-test-utils';
import { createStore, later, NOW } from '../__testUtils__/applySets';
import type { DrainSettlement } from '../domain/drain';
import { DatabaseNodeDrainStore } from './DatabaseNodeDrainStore';
import type { NewDrain } from './NodeDrainStore';

const TOLD = { 'zh-CN': '1 个中 0 个', en: '0 of 1' };
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const ADMIN = 'user:default/chen-jing';

const drainOf = (id: string, changes: Partial<NewDrain> = {}): NewDrain => ({
  id,
  cluster: 'nonprod',
  node: `node-${id}`,
  options: { deleteEmptyDirData: false, force: true, timeoutSeconds: 600 },
  reason: 'kernel update',
  requestedBy: ADMIN,
  now: NOW,
  ...changes,
});
const POD = {
  namespace: 'ns',
  name: 'p',
  uid: 'u',
  state: 'evicting',
} as const;
const working: DrainSettlement = {
  state: 'draining',
  message: TOLD,
  pods: [POD],
  attempts: 0,
  nextRunAt: later(2),
};

describe.each(databases.eachSupportedId())('drains on %s', databaseId => {
  const start = async () => {
    const { knex } = await createStore(databases, databaseId);
    return DatabaseNodeDrainStore.create({ knex });
  };
  const claim = (
    drains: DatabaseNodeDrainStore,
    at: number,
    ticket = `t${at}`,
  ) => drains.claimDue({ now: later(at), leaseSeconds: 30, limit: 10, ticket });

  it('are kept with all that was asked, the latest first', async () => {
    const drains = await start();
    await drains.start(drainOf('a'));
    await drains.start(drainOf('b', { now: later(1) }));
    await drains.start(drainOf('c', { cluster: 'prod' }));
    expect(await drains.find('nonprod', 'a')).toMatchObject({
      node: 'node-a',
      state: 'pending',
      reason: 'kernel update',
      requestedBy: ADMIN,
      options: { force: true },
      uncordon: false,
      deadlineAt: later(600),
    });
    const page = { cluster: 'nonprod', limit: 1, offset: 0 };
    const { items, totalCount } = await drains.list(page);
    expect([items.map(({ id }) => id), totalCount]).toEqual([['b'], 2]);
    const ofNode = await drains.list({ ...page, node: 'node-a' });
    expect(ofNode.items.map(({ id }) => id)).toEqual(['a']);
    expect(await drains.find('prod', 'a')).toBeUndefined();
  });

  it('are one for each node at a time, however many ask at once', async () => {
    const drains = await start();
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map(id => drains.start(drainOf(id, { node: 'n' }))),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(2);
    expect((refused[0] as PromiseRejectedResult).reason.name).toBe(
      'ConflictError',
    );
    const open = (await drains.findOpen('nonprod', 'n'))!;
    const [claimed] = await claim(drains, 1);
    await drains.settle(
      claimed,
      { ...working, state: 'done', finishedAt: later(1) },
      later(1),
    );
    expect(await drains.findOpen('nonprod', 'n')).toBeUndefined();
    await drains.start(drainOf(`${open.id}-again`, { node: 'n' }));
  });

  it('are claimed by one worker, and by another once the lease is over', async () => {
    const drains = await start();
    await drains.start(drainOf('a'));
    const both = await Promise.all([
      claim(drains, 1, 'one'),
      claim(drains, 1, 'other'),
    ]);
    expect(both.flat()).toHaveLength(1);
    const [first] = both.flat();
    expect(first.state).toBe('draining');
    expect(await claim(drains, 30)).toEqual([]);
    const [second] = await claim(drains, 32);
    expect(await drains.settle(first, working, later(33))).toBe('lost');
    expect(
      await drains.renewLease(first, { now: later(33), leaseSeconds: 30 }),
    ).toBe(false);
    expect(await drains.settle(second, working, later(33))).toBe('settled');
    expect(await drains.find('nonprod', 'a')).toMatchObject({
      pods: [POD],
      message: TOLD,
    });
  });

  it('are stopped at the next step when somebody cancels, and twice is as once', async () => {
    const drains = await start();
    await drains.start(drainOf('a'));
    const [claimed] = await claim(drains, 1);
    const cancel = (uncordon: boolean) =>
      drains.cancel(
        { cluster: 'nonprod', id: 'a', uncordon },
        { actor: ADMIN, now: later(2) },
      );
    expect(await cancel(true)).toMatchObject({
      state: 'cancelling',
      message: { 'zh-CN': '有人要求停止排空', en: 'Somebody wants it stopped' },
      uncordon: true,
      cancelledBy: ADMIN,
    });
    expect(await cancel(false)).toMatchObject({ uncordon: true });
    expect(
      await drains.renewLease(claimed, { now: later(2), leaseSeconds: 30 }),
    ).toBe(false);
    // What the pass did is not forgotten, and nobody else has it meanwhile.
    expect(await claim(drains, 2)).toEqual([]);
    expect(await drains.settle(claimed, working, later(3))).toBe('superseded');
    const [next] = await claim(drains, 3);
    expect(next).toMatchObject({ state: 'cancelling', pods: [POD] });
  });

  it('of an older portal say in both languages what they said in one', async () => {
    const { knex } = await createStore(databases, databaseId);
    const drains = DatabaseNodeDrainStore.create({ knex });
    const started = await drains.start(drainOf('a'));
    expect(started.message).toEqual({
      'zh-CN': '尚未开始',
      en: 'Nobody has begun yet',
    });
    await knex('node_drains').update({ message: "Node 'node-a' is gone" });
    expect((await drains.find('nonprod', 'a'))?.message).toEqual({
      'zh-CN': "Node 'node-a' is gone",
      en: "Node 'node-a' is gone",
    });
  });

  it('cannot be cancelled once they have ended, or when there is none', async () => {
    const drains = await start();
    await drains.start(drainOf('a'));
    const [claimed] = await claim(drains, 1);
    await drains.settle(
      claimed,
      {
        ...working,
        state: 'failed',
        message: { 'zh-CN': '没有按时完成', en: 'Not done in time' },
      },
      later(1),
    );
    const by = { actor: ADMIN, now: later(2) };
    const cancel = (id: string) =>
      drains.cancel({ cluster: 'nonprod', id, uncordon: false }, by);
    await expect(cancel('a')).rejects.toMatchObject({
      name: 'ConflictError',
      message: "The drain of node 'node-a' has ended already: Not done in time",
      translations: {
        'zh-CN': '节点“node-a”的排空已经结束：没有按时完成',
      },
    });
    await expect(cancel('b')).rejects.toMatchObject({
      name: 'NotFoundError',
      translations: { 'zh-CN': '集群“nonprod”上没有排空记录“b”' },
    });
  });
});
