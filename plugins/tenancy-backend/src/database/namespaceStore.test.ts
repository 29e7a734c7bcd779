import { TestDatabases } from '@backstage/backend-test-utils';
import type { Settlement } from '../domain/settle';
import { amounts } from '../__testUtils__/definitions';
import {
  createStores,
  LIFE_DEV,
  newNamespace,
  NOW,
} from '../__testUtils__/stores';

// Each test migrates a database, which takes seconds where the machine has much to do.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const claim = (now: Date, ticket: string, limit = 10) => ({
  now,
  ticket,
  limit,
  leaseSeconds: 15,
});
const READY: Settlement = {
  state: 'ready',
  step: 'ready',
  attempts: 0,
  failureTold: false,
  nextRunAt: later(600),
};
const FAILED: Settlement = {
  ...READY,
  state: 'failed',
  step: 'apply',
  message: { 'zh-CN': '集群拒绝了配额', en: 'The cluster refuses the quota' },
  lastError: 'The cluster refuses the quota',
};

describe.each(databases.eachSupportedId())('namespaces on %s', databaseId => {
  const start = async (...requestIds: string[]) => {
    const stores = await createStores(databases, databaseId);
    for (const id of requestIds) {
      await stores.ledger.allocate(newNamespace(id), NOW);
    }
    return stores.namespaces;
  };

  it('are found by request, by name, by id and by quota', async () => {
    const namespaces = await start('r2', 'r1');
    const found = await namespaces.findByRequest('r1');
    expect(found).toMatchObject({
      name: 'life-r1-dev',
      purpose: 'Policy service',
      requester: 'user:default/li-wei',
      createdAt: NOW.toISOString(),
    });
    expect(await namespaces.findByName('nonprod', 'life-r1-dev')).toEqual(
      found,
    );
    expect(await namespaces.findByName('prod', 'life-r1-dev')).toBeUndefined();
    expect(await namespaces.listByIds([found!.id, 'ns-0'])).toEqual([found]);
    const inQuota = await namespaces.listInQuota(LIFE_DEV);
    expect(inQuota.map(({ name }) => name)).toEqual([
      'life-r1-dev',
      'life-r2-dev',
    ]);
  });

  it('are listed in a stable order, for those who may see them', async () => {
    const namespaces = await start('r3', 'r1', 'r2');
    const names = async (options: Parameters<typeof namespaces.list>[0]) => {
      const { items, totalCount } = await namespaces.list(options);
      return [items.map(({ requestId }) => requestId).join(), totalCount];
    };
    const page = { limit: 2, offset: 0 };
    expect(await names({ ...page, filter: 'all' })).toEqual(['r1,r2', 3]);
    expect(await names({ ...page, offset: 2, filter: 'all' })).toEqual([
      'r3',
      3,
    ]);
    expect(await names({ ...page, filter: { tenants: ['property'] } })).toEqual(
      ['', 0],
    );
    expect(
      await names({ ...page, filter: { people: ['user:default/li-wei'] } }),
    ).toEqual(['r1,r2', 3]);
    expect(await names({ ...page, filter: 'all', tenant: 'property' })).toEqual(
      ['', 0],
    );
  });

  it('are shown as history once they are deleted, and not among those that are held', async () => {
    const namespaces = await start('r1', 'r2');
    const found = await namespaces.findByRequest('r1');
    await namespaces.beginDeletion(
      { requestId: 'd1', namespaceId: found!.id },
      NOW,
    );
    const claimed = await namespaces.claimDue(claim(NOW, 'a'));
    const deleting = claimed.find(({ id }) => id === found!.id);
    expect(await namespaces.recordDeleted(deleting!, later(1))).toBe(true);
    const shown = async (shows?: 'held' | 'deleted') => {
      const page = { filter: 'all', limit: 10, offset: 0 } as const;
      const { items, totalCount } = await namespaces.list({ ...page, shows });
      return [items.map(({ requestId }) => requestId).join(), totalCount];
    };
    expect(await shown()).toEqual(['r2', 1]);
    expect(await shown('held')).toEqual(['r2', 1]);
    expect(await shown('deleted')).toEqual(['r1', 1]);
  });

  it('are listed by the ends of their leases, those that are over by a time', async () => {
    const { ledger, namespaces } = await createStores(databases, databaseId);
    const resources = amounts(1, 1);
    for (const [id, until] of [
      ['r1', '2026-12-31T23:59:59.999Z'],
      ['r2', '2026-12-01T23:59:59.999Z'],
      ['r3', '2027-03-01T23:59:59.999Z'],
    ]) {
      const leaseUntil = new Date(until);
      await ledger.allocate(newNamespace(id, { resources, leaseUntil }), NOW);
    }
    await ledger.allocate(newNamespace('r4', { resources }), NOW);
    const endingBy = async (leaseEndsBy: string, changes: object = {}) => {
      const page = { filter: 'all', limit: 10, offset: 0 } as const;
      const { items, totalCount } = await namespaces.list({
        ...page,
        ...changes,
        leaseEndsBy,
      });
      return [items.map(({ requestId }) => requestId).join(), totalCount];
    };
    // The same instant, in another time zone.
    expect(await endingBy('2027-01-01T07:59:59.999+08:00')).toEqual([
      'r2,r1',
      2,
    ]);
    expect(await endingBy('2026-12-31T23:59:59.998Z')).toEqual(['r2', 1]);
    // One without a lease has no end.
    expect(await endingBy('2099-01-01T00:00:00Z')).toEqual(['r2,r1,r3', 3]);
    expect(await endingBy('2099-01-01T00:00:00Z', { limit: 1 })).toEqual([
      'r2',
      3,
    ]);
    expect(
      await endingBy('2099-01-01T00:00:00Z', {
        filter: { tenants: ['property'] },
      }),
    ).toEqual(['', 0]);
  });

  it('are claimed by one of two at once, and again when the lease is over', async () => {
    const namespaces = await start('r1', 'r2', 'r3');
    const [a, b] = await Promise.all([
      namespaces.claimDue(claim(NOW, 'a', 2)),
      namespaces.claimDue(claim(NOW, 'b', 2)),
    ]);
    const ids = [...a, ...b].map(({ requestId }) => requestId);
    expect(new Set(ids).size).toBe(ids.length);
    await namespaces.claimDue(claim(NOW, 'c'));
    expect(await namespaces.claimDue(claim(later(14), 'd'))).toEqual([]);
    expect(await namespaces.claimDue(claim(later(15), 'e'))).toHaveLength(3);
  });

  it('are settled by the holder of the ticket only', async () => {
    const namespaces = await start('r1');
    const [first] = await namespaces.claimDue(claim(NOW, 'first'));
    const [second] = await namespaces.claimDue(claim(later(20), 'second'));
    expect(await namespaces.settle(first, FAILED, later(21))).toBe(false);
    expect(await namespaces.settle(second, READY, later(22))).toBe(true);
    expect(await namespaces.settle(second, FAILED, later(23))).toBe(false);
    expect(await namespaces.findByRequest('r1')).toMatchObject({
      state: 'ready',
      message: undefined,
    });
    expect(await namespaces.claimDue(claim(later(599), 'third'))).toEqual([]);
    expect(await namespaces.claimDue(claim(later(600), 'third'))).toHaveLength(
      1,
    );
  });

  it('say why they failed in both languages, and in English where an older portal wrote it', async () => {
    const { ledger, namespaces, knex } = await createStores(
      databases,
      databaseId,
    );
    await ledger.allocate(newNamespace('r1'), NOW);
    const [held] = await namespaces.claimDue(claim(NOW, 'a'));
    await namespaces.settle(held, FAILED, NOW);
    expect(await namespaces.findByRequest('r1')).toMatchObject({
      message: FAILED.message,
      lastError: FAILED.lastError,
    });
    await knex('namespaces').update({ message: 'The quota is refused' });
    expect(await namespaces.findByRequest('r1')).toMatchObject({
      message: { 'zh-CN': 'The quota is refused', en: 'The quota is refused' },
    });
  });

  it('tell a failure once, and begin anew with the next generation', async () => {
    const namespaces = await start('r1');
    const [held] = await namespaces.claimDue(claim(NOW, 'a'));
    expect(await namespaces.tellFailure(held.id)).toBe(false);
    await namespaces.settle(held, FAILED, NOW);
    // A failure that nobody has been told of is not begun anew.
    await namespaces.restart(held.id, NOW);
    expect(await namespaces.findByRequest('r1')).toMatchObject({
      state: 'failed',
    });
    expect(await namespaces.tellFailure(held.id)).toBe(true);
    expect(await namespaces.tellFailure(held.id)).toBe(false);

    const [rechecker] = await namespaces.claimDue(claim(later(700), 'b'));
    await namespaces.restart(held.id, later(701));
    expect(await namespaces.settle(rechecker, FAILED, later(702))).toBe(false);
    expect(await namespaces.findByRequest('r1')).toMatchObject({
      state: 'provisioning',
      generation: 2,
      message: undefined,
    });
    expect(await namespaces.claimDue(claim(later(702), 'c'))).toHaveLength(1);
  });
});
