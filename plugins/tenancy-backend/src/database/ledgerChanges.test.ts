import { TestDatabases } from '@backstage/backend-test-utils';
import { NO_RESOURCES } from '@caas/plugin-tenancy-common';
import {
  amounts,
  lifeDefinition,
  propertyDefinition,
} from '../__testUtils__/definitions';
import {
  createStores,
  LIFE_DEV,
  newNamespace,
  NOW,
} from '../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'changes of the ledger on %s',
  databaseId => {
    /** `r1` holds 2 of 8 cores, and `r2` another 5. */
    const start = async () => {
      const stores = await createStores(databases, databaseId);
      const { ledger, namespaces } = stores;
      const first = await ledger.allocate(newNamespace('r1'), NOW);
      await ledger.allocate(
        newNamespace('r2', { resources: amounts(5, 10) }),
        NOW,
      );
      const resize = (requestId: string, from: number, to: number) =>
        ledger.resize(
          LIFE_DEV,
          {
            requestId,
            namespaceId: first.id,
            from: amounts(from, from * 2),
            to: amounts(to, to * 2),
          },
          NOW,
        );
      const held = async () => ({
        allocated: (await ledger.find(LIFE_DEV))?.allocated,
        resources: (await namespaces.findByRequest('r1'))?.resources,
      });
      const ready = async () => {
        const [claimed] = await namespaces.claimDue({
          now: NOW,
          leaseSeconds: 10,
          limit: 1,
          ticket: 't',
        });
        await namespaces.settle(
          claimed,
          {
            state: 'ready',
            step: 'ready',
            attempts: 0,
            readyGeneration: claimed.generation,
            nextRunAt: NOW,
          },
          NOW,
        );
      };
      return { ...stores, id: first.id, resize, held, ready };
    };

    it('let a namespace grow by what is left and keep its own share, once for each request', async () => {
      const { resize, held, namespaces } = await start();
      // One core is left: a namespace of two may have three, although three are not left.
      expect(await resize('r3', 2, 3)).toBe(2);
      expect(await resize('r3', 2, 3)).toBe(2);
      expect(await held()).toEqual({
        allocated: amounts(8, 16),
        resources: amounts(3, 6),
      });
      expect(await namespaces.findByRequest('r1')).toMatchObject({
        state: 'provisioning',
        generation: 2,
      });
    });

    it('refuse growth beyond what is left, with the figures, and change nothing', async () => {
      const { resize, held } = await start();
      await expect(resize('r3', 2, 4)).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(
          "Tenant 'life' has 1 core, 2Gi of memory, 10Gi of storage, 10 pods and 5 volume claims left",
        ),
      });
      expect(await held()).toEqual({
        allocated: amounts(7, 14),
        resources: amounts(2, 4),
      });
    });

    it('give back at once what a namespace shrinks by, also while its tenant is suspended, which may not grow', async () => {
      const { resize, held, tenants } = await start();
      await tenants.applyDefinitions(
        [lifeDefinition({ state: 'suspended' }), propertyDefinition()],
        NOW,
      );
      await expect(resize('r3', 2, 3)).rejects.toThrow('is suspended');
      await resize('r4', 2, 1);
      expect((await held()).allocated).toEqual(amounts(6, 12));
    });

    it('refuse a step from a size that the namespace does not have any more, and repeat an old one without effect', async () => {
      const { resize, held } = await start();
      await resize('r3', 2, 1);
      await expect(resize('r4', 2, 3)).rejects.toThrow(
        'was changed since this was asked for: it has 1 core',
      );
      await resize('r5', 1, 3);
      expect(await resize('r3', 2, 1)).toBe(2);
      expect((await held()).resources).toEqual(amounts(3, 6));
    });

    it('take the row from a worker that holds the old size', async () => {
      const { namespaces, resize, id } = await start();
      const [claimed] = await namespaces.claimDue({
        now: NOW,
        leaseSeconds: 10,
        limit: 2,
        ticket: 'old',
      });
      await resize('r3', 2, 3);
      expect(
        await namespaces.settle(
          { id, ticket: 'old' },
          {
            state: 'ready',
            step: 'ready',
            attempts: 0,
            readyGeneration: claimed.generation,
            nextRunAt: NOW,
          },
          NOW,
        ),
      ).toBe(false);
    });

    it('give the last share to one of a growth and a new namespace that come at once', async () => {
      const { resize, ledger } = await start();
      const results = await Promise.allSettled([
        resize('r3', 2, 3),
        ledger.allocate(newNamespace('r4', { resources: amounts(1, 1) }), NOW),
        resize('r5', 2, 3),
      ]);
      expect(
        results.filter(({ status }) => status === 'fulfilled'),
      ).toHaveLength(1);
      expect((await ledger.find(LIFE_DEV))?.allocated.cpuMillicores).toBe(8000);
    });

    it('take a resize back until the cluster holds it, and never after', async () => {
      const { resize, held, ledger, ready } = await start();
      await resize('r3', 2, 3);
      await ledger.cancelResize(LIFE_DEV, 'r3', NOW);
      await ledger.cancelResize(LIFE_DEV, 'r3', NOW);
      expect(await held()).toEqual({
        allocated: amounts(7, 14),
        resources: amounts(2, 4),
      });

      await ready();
      await ready();
      await resize('r4', 2, 3);
      await ready();
      await expect(ledger.cancelResize(LIFE_DEV, 'r4', NOW)).rejects.toThrow(
        'has its new size already',
      );
    });

    it('never carry out a resize that was cancelled first', async () => {
      const { resize, ledger, held } = await start();
      await ledger.cancelResize(LIFE_DEV, 'r3', NOW);
      await expect(resize('r3', 2, 3)).rejects.toThrow("'r3' was cancelled");
      expect((await held()).resources).toEqual(amounts(2, 4));
    });

    it('do not take back a shrink whose room others have taken', async () => {
      const { resize, ledger } = await start();
      await resize('r3', 2, 1);
      await ledger.allocate(
        newNamespace('r4', { resources: amounts(2, 4) }),
        NOW,
      );
      await expect(ledger.cancelResize(LIFE_DEV, 'r3', NOW)).rejects.toThrow(
        'cannot have its former size back',
      );
    });

    const TEST = { ...LIFE_DEV, environment: 'test' } as const;
    const change = (requestId: string, to: number, from?: number) => ({
      requestId,
      from: from === undefined ? undefined : amounts(from, from * 2),
      to: amounts(to, to * 2),
    });

    it('make a quota once, and change it from what it was', async () => {
      const { ledger, knex } = await start();
      await ledger.changeQuota(TEST, change('q1', 4), NOW);
      await ledger.changeQuota(TEST, change('q1', 4), NOW);
      await ledger.changeQuota(TEST, change('q2', 6, 4), NOW);
      await ledger.changeQuota(TEST, change('q1', 4), NOW);
      expect(await ledger.find(TEST)).toMatchObject({
        hard: amounts(6, 12),
        allocated: NO_RESOURCES,
      });
      await expect(
        ledger.changeQuota(TEST, change('q3', 8, 4), NOW),
      ).rejects.toThrow('was changed since this was asked for: it is 6 cores');
      await expect(
        ledger.changeQuota(TEST, change('q4', 8), NOW),
      ).rejects.toThrow('was changed since');
      expect(await knex('quota_changes').pluck('request_id')).toEqual([
        'q1',
        'q2',
      ]);
    });

    it('make one quota of two requests at once', async () => {
      const { ledger } = await start();
      const results = await Promise.allSettled([
        ledger.changeQuota(TEST, change('q1', 4), NOW),
        ledger.changeQuota(TEST, change('q2', 6), NOW),
      ]);
      expect(
        results.filter(({ status }) => status === 'fulfilled'),
      ).toHaveLength(1);
    });

    it('never put a quota below what is allocated, whatever is allocated at once', async () => {
      const { ledger } = await start();
      await expect(
        ledger.changeQuota(LIFE_DEV, change('q1', 6, 8), NOW),
      ).rejects.toThrow(
        "cpu: this would leave tenant 'life' 6 cores on cluster 'nonprod' in 'dev', and its namespaces hold 7 cores. Ask for more",
      );
      const [lowered, allocated] = await Promise.allSettled([
        ledger.changeQuota(LIFE_DEV, change('q2', 7, 8), NOW),
        ledger.allocate(newNamespace('r4', { resources: amounts(1, 1) }), NOW),
      ]);
      expect([lowered.status, allocated.status].sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
    });

    it('keep a quota of a request when the tenants file is read again', async () => {
      const { ledger, tenants } = await start();
      await ledger.changeQuota(LIFE_DEV, change('q1', 12, 8), NOW);
      await tenants.applyDefinitions(
        [lifeDefinition(), propertyDefinition()],
        NOW,
      );
      expect((await ledger.find(LIFE_DEV))?.hard).toEqual(amounts(12, 24));
    });

    it('never carry out a quota that was cancelled, nor cancel one that was carried out', async () => {
      const { ledger } = await start();
      await ledger.cancelQuotaChange(TEST, 'q1', NOW);
      await expect(
        ledger.changeQuota(TEST, change('q1', 4), NOW),
      ).rejects.toThrow('was cancelled');
      expect(await ledger.find(TEST)).toBeUndefined();
      await ledger.changeQuota(TEST, change('q2', 4), NOW);
      await expect(ledger.cancelQuotaChange(TEST, 'q2', NOW)).rejects.toThrow(
        'has been changed already',
      );
    });
  },
);
