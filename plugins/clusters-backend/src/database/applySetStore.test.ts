import { TestDatabases } from '@backstage/backend-test-utils';
import {
  configMap,
  createStore,
  later,
  namespace,
  NOW,
  setOf,
  TENANCY,
} from '../__testUtils__/applySets';
import type { ClaimedApplySet, InventoryEntry } from '../domain/applySet';
import type { Settlement } from '../domain/settle';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const by = { actor: TENANCY, now: NOW };
const claim = (now: Date, ticket: string, changes: object = {}) => ({
  now,
  ticket,
  limit: 10,
  leaseSeconds: 30,
  ...changes,
});
const ENTRY: InventoryEntry = {
  apiVersion: 'v1',
  kind: 'Namespace',
  name: 'life-a-dev',
  uid: 'u1',
};
const READY: Settlement = {
  state: 'ready',
  observedGeneration: 1,
  inventory: [ENTRY],
  objects: [],
  conditions: [],
  attempts: 0,
  nextRunAt: later(60),
};
const RETRYING: Settlement = {
  ...READY,
  state: 'retrying',
  observedGeneration: 0,
  attempts: 1,
  lastError: "Cluster 'nonprod' does not answer",
  nextRunAt: later(2),
};

describe.each(databases.eachSupportedId())('apply sets on %s', databaseId => {
  const idOf = (name: string) => ({
    cluster: 'nonprod',
    id: `tenancy.namespace.${name}`,
  });
  const start = async (...names: string[]) => {
    const { knex, sets } = await createStore(databases, databaseId);
    for (const name of names) await sets.put(setOf(name), by);
    const find = (name: string) =>
      sets.find('nonprod', `tenancy.namespace.${name}`);
    const claimOne = async (now: Date, ticket: string) => {
      const [claimed] = await sets.claimDue(claim(now, ticket));
      return claimed as ClaimedApplySet | undefined;
    };
    const deletion = { ...idOf('a'), reason: 'r2' };
    return { knex, sets, find, claimOne, deletion };
  };

  describe('a put', () => {
    it('is stored, due at once, and found with its objects', async () => {
      const { find } = await start('a');
      expect(await find('a')).toMatchObject({
        owner: TENANCY,
        tenant: 'life',
        generation: 1,
        observedGeneration: 0,
        state: 'pending',
        desired: setOf('a').objects,
        nextRunAt: NOW,
      });
      expect(await find('b')).toBeUndefined();
    });

    it('of the same generation and objects changes nothing, in whatever order their fields come', async () => {
      const { sets, knex, find, claimOne } = await start('a');
      const claimed = await claimOne(NOW, 'w1');
      await sets.settle(claimed!, READY, later(1));
      const before = await find('a');
      const [first, ...others] = setOf('a').objects;
      const { metadata, kind, apiVersion } = first;
      const again = await sets.put(
        setOf('a', { objects: [{ metadata, kind, apiVersion }, ...others] }),
        { actor: TENANCY, now: later(5) },
      );
      expect(again).toEqual(before);
      expect(await knex('apply_set_changes')).toHaveLength(1);
    });

    it('of other objects needs a newer generation', async () => {
      const { sets, find } = await start('a');
      const changed = { objects: [namespace('life-a-dev')] };
      await expect(sets.put(setOf('a', changed), by)).rejects.toThrow(
        "Generation 1 of the apply set 'tenancy.namespace.a' on cluster 'nonprod' is stored with other objects: send these as generation 2",
      );
      await sets.put(setOf('a', { ...changed, generation: 3 }), by);
      await expect(
        sets.put(setOf('a', { ...changed, generation: 2 }), by),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('older than the stored generation 3'),
      });
      expect(await find('a')).toMatchObject({
        generation: 3,
        state: 'pending',
        desired: changed.objects,
      });
    });

    it('belongs to its owner and tenant', async () => {
      const { sets } = await start('a');
      const sentence =
        "The apply set 'tenancy.namespace.a' on cluster 'nonprod' belongs to 'plugin:tenancy' for the tenant 'life'";
      await expect(
        sets.put(setOf('a', { generation: 2 }), {
          actor: 'plugin:releases',
          now: NOW,
        }),
      ).rejects.toMatchObject({ name: 'NotAllowedError', message: sentence });
      await expect(
        sets.put(setOf('a', { generation: 2, tenant: 'property' }), by),
      ).rejects.toThrow(sentence);
    });

    it('many times at once is stored once', async () => {
      const { sets, knex } = await start();
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, () => sets.put(setOf('a'), by)),
      );
      const refusals = results.flatMap(result =>
        result.status === 'rejected' ? [result.reason.name] : [],
      );
      expect(refusals.filter(name => name !== 'ConflictError')).toEqual([]);
      expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
      expect(await knex('apply_sets')).toHaveLength(1);
      expect(await knex('apply_set_changes')).toHaveLength(1);
    });

    it('of two generations at once ends with the newer', async () => {
      const { sets, find } = await start('a');
      await Promise.allSettled(
        [2, 3].map(generation =>
          sets.put(
            setOf('a', {
              generation,
              objects: [configMap('life-a-dev', `v${generation}`)],
            }),
            by,
          ),
        ),
      );
      expect(await find('a')).toMatchObject({
        generation: 3,
        desired: [{ metadata: { name: 'v3' } }],
      });
    });
  });

  describe('a deletion', () => {
    it('is due at once, happens once, and lets no put follow', async () => {
      const { sets, find, deletion, knex } = await start('a');
      const asked = await sets.requestDeletion(deletion, by);
      expect(asked).toMatchObject({ state: 'deleting', reason: 'r2' });
      const again = await sets.requestDeletion(
        { ...deletion, reason: 'r3' },
        by,
      );
      expect(again).toMatchObject({ state: 'deleting', reason: 'r2' });
      expect(await knex('apply_set_changes')).toHaveLength(2);
      await expect(sets.put(setOf('a', { generation: 2 }), by)).rejects.toThrow(
        'is being deleted: choose another id',
      );
      expect(await find('a')).toMatchObject({ nextRunAt: NOW });
    });

    it('of a set that does not exist, or is another’s, is refused', async () => {
      const { sets, deletion } = await start('a');
      await expect(
        sets.requestDeletion({ ...deletion, id: 'none' }, by),
      ).rejects.toMatchObject({
        name: 'NotFoundError',
        message: "There is no apply set 'none' on cluster 'nonprod'",
      });
      await expect(
        sets.requestDeletion(deletion, { actor: 'plugin:x', now: NOW }),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    });

    it('leaves a row that is never due again', async () => {
      const { sets, find, deletion, claimOne } = await start('a');
      await sets.requestDeletion(deletion, by);
      const claimed = await claimOne(NOW, 'w1');
      const deleted: Settlement = {
        ...READY,
        state: 'deleted',
        nextRunAt: new Date('9999-01-01T00:00:00.000Z'),
      };
      expect(await sets.settle(claimed!, deleted, later(1))).toBe('settled');
      await sets.makeDue({ cluster: 'nonprod', now: later(9) });
      await sets.makeDue({ ...idOf('a'), now: later(9) });
      expect(await claimOne(later(1e6), 'w2')).toBeUndefined();
      expect(await find('a')).toMatchObject({ state: 'deleted' });
    });
  });

  describe('a claim', () => {
    it('is made by one of two workers at once, and again when the lease is over', async () => {
      const { sets } = await start('a', 'b', 'c');
      const [first, second] = await Promise.all([
        sets.claimDue(claim(NOW, 'w1', { limit: 2 })),
        sets.claimDue(claim(NOW, 'w2', { limit: 2 })),
      ]);
      const ids = [...first, ...second].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      await sets.claimDue(claim(NOW, 'w3'));
      expect(await sets.claimDue(claim(later(29), 'w4'))).toEqual([]);
      expect(await sets.claimDue(claim(later(30), 'w5'))).toHaveLength(3);
    });

    it('says that new work is being applied', async () => {
      const { find, claimOne } = await start('a');
      expect(await claimOne(NOW, 'w1')).toMatchObject({ state: 'applying' });
      expect(await find('a')).toMatchObject({ state: 'applying' });
    });

    it('takes sets of some clusters, or of all but some', async () => {
      const { sets } = await start('a');
      await sets.put(setOf('b', { cluster: 'prod' }), by);
      const clustersOf = async (changes: object) =>
        (await sets.claimDue(claim(NOW, 'w', changes))).map(s => s.cluster);
      expect(await clustersOf({ clustersExcept: ['nonprod', 'prod'] })).toEqual(
        [],
      );
      expect(await clustersOf({ clusters: ['prod'] })).toEqual(['prod']);
      expect(await clustersOf({ clustersExcept: ['prod'] })).toEqual([
        'nonprod',
      ]);
    });

    it('is renewed and settled by the holder of the ticket only', async () => {
      const { sets, find, claimOne } = await start('a');
      const first = (await claimOne(NOW, 'w1'))!;
      const lease = { now: later(20), leaseSeconds: 30 };
      expect(await sets.renewLease(first, lease)).toBe(true);
      expect(await claimOne(later(49), 'w2')).toBeUndefined();
      const second = (await claimOne(later(50), 'w2'))!;

      expect(await sets.renewLease(first, lease)).toBe(false);
      expect(await sets.recordInventory(first, [ENTRY])).toBe(false);
      expect(await sets.settle(first, RETRYING, later(51))).toBe('lost');
      expect(await sets.settle(second, READY, later(52))).toBe('settled');
      expect(await sets.settle(second, RETRYING, later(53))).toBe('lost');
      expect(await find('a')).toMatchObject({
        state: 'ready',
        observedGeneration: 1,
        inventory: [ENTRY],
      });
    });

    it('is kept while the owner changes the set, and then handed on at once', async () => {
      const { sets, find, claimOne } = await start('a');
      const held = (await claimOne(NOW, 'w1'))!;
      await sets.put(setOf('a', { generation: 2 }), {
        actor: TENANCY,
        now: later(1),
      });
      expect(await claimOne(later(2), 'w2')).toBeUndefined();

      expect(await sets.settle(held, READY, later(3))).toBe('superseded');
      expect(await find('a')).toMatchObject({
        generation: 2,
        observedGeneration: 0,
        state: 'pending',
        inventory: [ENTRY],
      });
      expect(await claimOne(later(3), 'w2')).toMatchObject({
        generation: 2,
        inventory: [ENTRY],
      });
    });

    it('is kept while the owner deletes the set, which then knows what to delete', async () => {
      const { sets, claimOne, deletion } = await start('a');
      const held = (await claimOne(NOW, 'w1'))!;
      await sets.requestDeletion(deletion, { actor: TENANCY, now: later(1) });
      expect(await claimOne(later(2), 'w2')).toBeUndefined();
      expect(await sets.settle(held, READY, later(3))).toBe('superseded');
      expect(await claimOne(later(3), 'w2')).toMatchObject({
        state: 'deleting',
        inventory: [ENTRY],
      });
    });

    it('of a worker that died does not outlive its lease when the owner changes the set', async () => {
      const { sets, claimOne } = await start('a');
      const dead = (await claimOne(NOW, 'w1'))!;
      await sets.put(setOf('a', { generation: 2 }), {
        actor: TENANCY,
        now: later(31),
      });
      expect(await sets.settle(dead, READY, later(31))).toBe('lost');
      expect(await claimOne(later(31), 'w2')).toMatchObject({ generation: 2 });
    });

    it('comes back when the back-off is over, or when its cluster answers again', async () => {
      const { sets, find, claimOne } = await start('a', 'b');
      for (const set of await sets.claimDue(claim(NOW, 'w1'))) {
        const isA = set.id.endsWith('.a');
        await sets.settle(set, isA ? RETRYING : READY, NOW);
      }
      const lastError = "Cluster 'nonprod' does not answer";
      const retrying = { state: 'retrying', attempts: 1, lastError };
      expect(await find('a')).toMatchObject(retrying);
      expect(await claimOne(later(1), 'w2')).toBeUndefined();
      await sets.makeDue({ cluster: 'prod', now: later(1) });
      expect(await claimOne(later(1), 'w2')).toBeUndefined();
      await sets.makeDue({ cluster: 'nonprod', now: later(1) });
      const woken = (await claimOne(later(1), 'w2'))!;
      // The one that a worker has is due again when the worker is through.
      for (const name of ['a', 'b'])
        await sets.makeDue({ ...idOf(name), now: later(2) });
      expect(await claimOne(later(2), 'w3')).toMatchObject(idOf('b'));
      expect(await claimOne(later(2), 'w3')).toBeUndefined();
      await sets.settle(woken, READY, later(3));
      expect(await claimOne(later(3), 'w3')).toMatchObject(idOf('a'));
    });
  });

  it('tell who wanted what of one of them and why, the latest first', async () => {
    const { sets, deletion } = await start('a', 'b');
    await sets.put(setOf('a', { generation: 2, reason: 'r2', objects: [] }), {
      actor: TENANCY,
      now: later(1),
    });
    await sets.requestDeletion(
      { ...deletion, reason: 'r3' },
      { actor: TENANCY, now: later(2) },
    );
    const page = (limit: number, offset: number) =>
      sets.listChanges({ ...idOf('a'), limit, offset });
    const change = { actor: TENANCY, verb: 'put' };
    expect(await page(2, 0)).toEqual({
      items: [
        {
          ...change,
          at: later(2).toISOString(),
          verb: 'delete',
          generation: 2,
          reason: 'r3',
        },
        { ...change, at: later(1).toISOString(), generation: 2, reason: 'r2' },
      ],
      totalCount: 3,
    });
    expect(await page(2, 2)).toMatchObject({
      items: [{ ...change, generation: 1, reason: 'r1' }],
    });
    expect(
      await sets.listChanges({ ...idOf('none'), limit: 2, offset: 0 }),
    ).toEqual({ items: [], totalCount: 0 });
  });

  it('are listed in a stable order, for those who may see them', async () => {
    const { sets } = await start('c', 'a', 'b');
    await sets.put(setOf('d', { cluster: 'prod', tenant: 'property' }), by);
    const names = async (options: object) => {
      const { items, totalCount } = await sets.list({
        filter: 'all',
        limit: 2,
        offset: 0,
        ...options,
      });
      return [items.map(({ id }) => id.split('.')[2]).join(), totalCount];
    };
    expect(await names({})).toEqual(['a,b', 4]);
    expect(await names({ offset: 2 })).toEqual(['c,d', 4]);
    expect(await names({ cluster: 'prod' })).toEqual(['d', 1]);
    expect(await names({ tenant: 'life', limit: 9 })).toEqual(['a,b,c', 3]);
    expect(await names({ state: 'stalled' })).toEqual(['', 0]);
    expect(await names({ filter: { tenants: ['property'] } })).toEqual([
      'd',
      1,
    ]);
    expect(await names({ filter: 'none' })).toEqual(['', 0]);
    expect(await names({ filter: { people: ['user:default/a'] } })).toEqual([
      '',
      0,
    ]);
  });
});
