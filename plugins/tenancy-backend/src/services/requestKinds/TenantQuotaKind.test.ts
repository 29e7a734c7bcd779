import { TestDatabases } from '@backstage/backend-test-utils';
import { amountsOfResources, TENANT_QUOTA } from '@caas/plugin-tenancy-common';
import { amounts } from '../../__testUtils__/definitions';
import { createKind } from '../../__testUtils__/desk';
import {
  createStores,
  LIFE_DEV,
  newNamespace,
  NOW,
} from '../../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('the request kind tenant.quota', () => {
  /** `life` has 8 cores of nonprod/dev, of which 5 are allocated, and nothing of nonprod/test. */
  const start = async () => {
    const stores = await createStores(databases, 'SQLITE_3');
    const { kinds, clusters } = createKind(stores);
    await stores.ledger.allocate(
      newNamespace('r1', { resources: amounts(5, 10) }),
      NOW,
    );
    const kind = kinds[TENANT_QUOTA];
    const subject = (cores: number, changes: object = {}) => ({
      tenant: 'life',
      requester: 'user:default/wang-fang',
      requestId: 'q1',
      payload: {
        cluster: 'nonprod',
        environment: 'dev',
        ...amountsOfResources(amounts(cores, cores * 2)),
        ...changes,
      },
    });
    const frozen = async (cores: number, changes: object = {}) => {
      const asked = subject(cores, changes);
      return { ...asked, payload: (await kind.validate(asked)).payload };
    };
    return { ...stores, kind, clusters, subject, frozen };
  };

  it('answers the normal form with the quota as it is, and which way it goes', async () => {
    const { kind, subject } = await start();
    expect(await kind.validate(subject(16))).toMatchObject({
      environment: 'dev',
      payload: {
        cpu: '16',
        from: amountsOfResources(amounts(8, 16)),
        direction: 'grow',
      },
      title: {
        'zh-CN':
          '调整租户 life 在 nonprod dev 的配额（8 核 / 16Gi → 16 核 / 32Gi）',
        en: 'Change the quota of tenant life on nonprod in dev (8 cores and 16Gi → 16 cores and 32Gi)',
      },
    });
    expect((await kind.validate(subject(6))).payload.direction).toBe('shrink');
    const { payload, title } = await kind.validate(
      subject(4, { environment: 'test' }),
    );
    expect(payload).not.toHaveProperty('from');
    expect(payload.direction).toBe('grow');
    expect(title.en).toBe(
      'Give tenant life a quota on nonprod in test (4 cores and 8Gi)',
    );
  });

  it.each([
    [4, {}, 'ConflictError', 'cpu: this would leave tenant'],
    [8, {}, 'InputError', 'is this already'],
    [9, { cluster: 'moon' }, 'InputError', "there is no cluster 'moon'"],
    [9, { environment: 'prod' }, 'InputError', 'takes dev, test, staging'],
    [9, { memory: '-1' }, 'InputError', "memory: '-1' is not an amount"],
    [9, { cpu: '200000' }, 'InputError', "cpu: '200000' is out of range"],
  ])('refuses %d cores with %j', async (cores, changes, name, sentence) => {
    const { kind, subject } = await start();
    await expect(kind.validate(subject(cores, changes))).rejects.toMatchObject({
      name,
      message: expect.stringContaining(sentence),
    });
  });

  it('gives a tenant a quota that had none, once', async () => {
    const { kind, frozen, ledger } = await start();
    const approved = await frozen(4, { environment: 'test' });
    await kind.reserve(approved);
    expect(await kind.execute(approved)).toMatchObject({
      state: 'done',
      steps: [{ id: 'quota', state: 'done' }],
    });
    await kind.execute(approved);
    expect(
      (await ledger.find({ ...LIFE_DEV, environment: 'test' }))?.hard,
    ).toEqual(amounts(4, 8));
    await expect(kind.cancel(approved)).rejects.toThrow('changed already');
  });

  it('fails with the figures when more was allocated while it was being decided', async () => {
    const { kind, frozen, ledger } = await start();
    const approved = await frozen(6);
    await ledger.allocate(
      newNamespace('r2', { resources: amounts(2, 2) }),
      NOW,
    );
    expect(await kind.execute(approved)).toMatchObject({
      state: 'failed',
      message: {
        'zh-CN': expect.stringContaining('命名空间已占用7 核'),
        en: expect.stringContaining('its namespaces hold 7 cores'),
      },
      steps: [{ id: 'quota', state: 'failed' }],
    });
  });

  it('is never carried out when it was cancelled', async () => {
    const { kind, frozen, ledger } = await start();
    const approved = await frozen(16);
    await kind.cancel(approved);
    expect(await kind.execute(approved)).toMatchObject({ state: 'failed' });
    expect((await ledger.find(LIFE_DEV))?.hard).toEqual(amounts(8, 16));
  });

  it('shows what is held, what the cluster gives and promises, and what it costs', async () => {
    const { kind, subject, clusters } = await start();
    const { items, objects } = await kind.evidence(subject(16));
    const textOf = (id: string) =>
      items.find(item => item.id === id)?.value.en ?? '';
    expect(objects).toEqual([]);
    expect(textOf('quota.allocated')).toMatch(/^5 cores, 10Gi of memory/);
    expect(textOf('quota.left')).toMatch(/^11 cores, 22Gi of memory/);
    // 16 of life, and 8 of property.
    expect(textOf('cluster.promised')).toMatch(/^24 cores/);
    expect(textOf('cluster.capacity')).toMatch(/give 64 cores/);
    expect(textOf('monthly-cost')).toMatch(/^CN¥3,440.00 a month/);
    clusters.isDown = true;
    const without = await kind.evidence(subject(16));
    expect(
      without.items.find(({ id }) => id === 'cluster.capacity')?.value.en,
    ).toMatch(/do not tell now/);
  });
});
