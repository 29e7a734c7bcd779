import { mockServices } from '@backstage/backend-test-utils';
import type { NamespaceView } from '@caas/plugin-clusters-common';
import { FakeClustersClient } from '../clients/FakeClustersClient';
import { monthlyCost } from '../domain/pricing';
import { readPricing } from './readPricing';
import { UseOfTenants } from './UseOfTenants';

const view = (
  name: string,
  environment: string,
  changes: Partial<NamespaceView> = {},
): NamespaceView => ({
  cluster: 'nonprod',
  name,
  tenant: 'life',
  environment,
  phase: 'Active',
  quotas: [
    { resource: 'requests.storage', hard: '20Gi', used: '1Gi' },
    { resource: 'pods', hard: '20', used: '3' },
  ],
  requested: { cpuMillicores: 500, memoryBytes: 2 ** 29, pods: 3 },
  used: { cpuMillicores: 100.5, memoryBytes: 2 ** 28 },
  ...changes,
});

const createUse = () => {
  let now = new Date('2026-11-21T08:00:00.000Z');
  const clusters = new FakeClustersClient();
  const use = UseOfTenants.create({
    clusters,
    clock: { now: () => now },
    logger: mockServices.logger.mock(),
  });
  return {
    clusters,
    use,
    advance: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
};

const DEV = { cluster: 'nonprod', environment: 'dev' } as const;

describe('the use of a tenant', () => {
  it('adds up what its namespaces use and have used most, by quota', async () => {
    const { clusters, use } = createUse();
    clusters.views.push(
      view('a', 'dev'),
      view('b', 'dev', { used: undefined }),
      view('c', 'test'),
      view('d', 'dev', { tenant: 'property' }),
    );
    for (const name of ['a', 'b']) {
      clusters.peaks.set(`nonprod/${name}`, {
        requested: { cpuMillicores: 1, memoryBytes: 1 },
        used: { cpuMillicores: 700, memoryBytes: 2 ** 30 },
      });
    }
    const useOf = await use.ofTenant('life');
    expect(useOf?.(DEV)).toEqual({
      used: {
        cpuMillicores: 101,
        memoryBytes: 2 ** 28,
        storageBytes: 2 * 2 ** 30,
        pods: 6,
        persistentVolumeClaims: 0,
      },
      peak: { cpuMillicores: 1400, memoryBytes: 2 ** 31 },
    });
    expect(useOf?.({ cluster: 'prod', environment: 'prod' })).toEqual({
      used: {},
      peak: {},
    });
  });

  it('is unknown while clusters does not tell, and asked for again a little later', async () => {
    const { clusters, use, advance } = createUse();
    clusters.views.push(view('a', 'dev'));
    clusters.isDown = true;
    expect(await use.ofTenant('life')).toBeUndefined();
    clusters.isDown = false;
    expect(await use.ofTenant('life')).toBeUndefined();
    advance(10);
    expect((await use.ofTenant('life'))?.(DEV).used.pods).toBe(3);
  });

  it('keeps a peak for some minutes', async () => {
    const { clusters, use, advance } = createUse();
    clusters.views.push(view('a', 'dev'));
    expect((await use.ofNamespace('nonprod', 'a'))?.peak).toEqual({});
    clusters.peaks.set('nonprod/a', {
      requested: { cpuMillicores: 1, memoryBytes: 1 },
      used: { cpuMillicores: 700, memoryBytes: 1 },
    });
    expect((await use.ofNamespace('nonprod', 'a'))?.peak).toEqual({});
    advance(300);
    expect((await use.ofNamespace('nonprod', 'a'))?.peak).toEqual({
      cpuMillicores: 700,
      memoryBytes: 1,
    });
    expect(await use.ofNamespace('nonprod', 'gone')).toBeUndefined();
  });
});

describe('prices', () => {
  const read = (pricing: object) =>
    readPricing(mockServices.rootConfig({ data: { tenancy: { pricing } } }));
  const PRICES = {
    currency: 'CNY',
    cpuCore: 120,
    memoryGibibyte: 40,
    storageGibibyte: 1.5,
  };

  it('come from the configuration, or from nowhere', () => {
    expect(read(PRICES)).toEqual(PRICES);
    expect(readPricing(mockServices.rootConfig())).toBeUndefined();
    expect(
      monthlyCost(PRICES, {
        cpuMillicores: 500,
        memoryBytes: 2 ** 30,
        storageBytes: -(2 ** 30),
      }),
    ).toBe(98.5);
  });

  it.each([
    [
      { currency: 'yuan' },
      'tenancy.pricing.currency in app-config.yaml: write',
    ],
    [{ cpuCore: -1 }, 'tenancy.pricing.cpuCore in app-config.yaml: '],
    [{ disk: 1 }, 'tenancy.pricing in app-config.yaml: '],
  ])('stop the start when they are %j', (wrong, sentence) => {
    expect(() => read({ ...PRICES, ...wrong })).toThrow(sentence);
  });
});
