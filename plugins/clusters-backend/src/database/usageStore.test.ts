import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { connectDatabase } from '@caas/database-node';
import type { UsageSample, UsageSubject } from '../domain/usageSample';
import { DatabaseUsageStore } from './DatabaseUsageStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
jest.setTimeout(60_000);

const at = (time: string) => new Date(`2026-11-${time}:00.000Z`);
const amounts = (cpuMillicores: number, memoryBytes = cpuMillicores) => ({
  cpuMillicores,
  memoryBytes,
});
const CLUSTER = { cluster: 'nonprod' };
const LIFE = { cluster: 'nonprod', namespace: 'dev', tenant: 'life' };
const sample = (
  subject: UsageSubject,
  time: string,
  requested: number,
  used?: number,
): UsageSubject & UsageSample => ({
  ...subject,
  at: at(time),
  requested: amounts(requested),
  used: used === undefined ? undefined : amounts(used),
});

describe.each(databases.eachSupportedId())('use over time on %s', id => {
  const createStore = async () =>
    DatabaseUsageStore.create({
      knex: await connectDatabase(
        mockServices.database({ knex: await databases.init(id) }),
        '@caas/plugin-clusters-backend',
      ),
    });

  it('keeps the highest of each amount, whatever order it is told in', async () => {
    const store = await createStore();
    await store.record([
      {
        ...CLUSTER,
        at: at('21T08:00'),
        requested: amounts(500, 2 ** 40),
        allocatable: amounts(900),
      },
    ]);
    await store.record([
      {
        ...CLUSTER,
        at: at('21T08:00'),
        requested: amounts(400, 2 ** 41),
        used: amounts(30, 70),
        allocatable: amounts(900),
      },
    ]);
    await store.record([sample(CLUSTER, '21T08:00', 100)]);
    const expected = [
      {
        at: at('21T08:00'),
        requested: amounts(500, 2 ** 41),
        used: amounts(30, 70),
        allocatable: amounts(900),
      },
    ];
    expect(await store.list(CLUSTER, at('21T00:00'))).toEqual(expected);
  });

  it('takes the same from several at once, in any order, and keeps one row of each', async () => {
    const store = await createStore();
    const samples = Array.from({ length: 450 }, (_, index) =>
      sample({ ...LIFE, namespace: `n${index}` }, '21T08:00', index, 1),
    );
    await Promise.all([
      store.record(samples),
      store.record([...samples].reverse()),
      store.record(samples.map(each => ({ ...each, used: amounts(2) }))),
    ]);
    const found = await store.list(
      { ...LIFE, namespace: 'n449' },
      at('21T00:00'),
    );
    expect(found).toMatchObject([
      { requested: amounts(449), used: amounts(2) },
    ]);
  });

  it('keeps apart clusters, namespaces, and what a namespace was under another tenant', async () => {
    const store = await createStore();
    const before = { ...LIFE, tenant: 'property' };
    await store.record([
      sample(CLUSTER, '21T08:00', 1),
      sample(LIFE, '21T08:00', 2),
      sample(before, '21T07:00', 3),
      sample({ ...LIFE, cluster: 'prod' }, '21T08:00', 4),
    ]);
    const amountsOf = async (subject: UsageSubject) =>
      (await store.list(subject, at('21T00:00'))).map(
        ({ requested }) => requested.cpuMillicores,
      );
    expect(await amountsOf(CLUSTER)).toEqual([1]);
    expect(await amountsOf(LIFE)).toEqual([2]);
    expect(await amountsOf(before)).toEqual([3]);
    expect(await store.findPeak(LIFE, at('21T00:00'))).toEqual({
      requested: amounts(2),
      used: undefined,
    });
  });

  it('answers in the order of time from the time on that is asked for, and the peak of it', async () => {
    const store = await createStore();
    await store.record([
      sample(LIFE, '21T09:00', 10, 4),
      sample(LIFE, '21T07:00', 90, 80),
      sample(LIFE, '21T08:00', 20, 3),
    ]);
    const found = await store.list(LIFE, at('21T08:00'));
    expect(found.map(each => each.at)).toEqual([
      at('21T08:00'),
      at('21T09:00'),
    ]);
    expect(await store.findPeak(LIFE, at('21T08:00'))).toEqual({
      requested: amounts(20),
      used: amounts(4),
    });
    expect(await store.findPeak(LIFE, at('22T00:00'))).toBeUndefined();
  });

  it('deletes what is older than two weeks of clusters, and a day more of namespaces', async () => {
    const store = await createStore();
    const times = ['05T08:00', '06T08:00', '07T08:00'];
    await store.record(
      [CLUSTER, LIFE].flatMap(subject =>
        times.map(time => sample(subject, time, 1)),
      ),
    );
    expect(await store.prune(at('21T07:00'))).toBe(3);
    const left = async (subject: UsageSubject) =>
      (await store.list(subject, at('01T00:00'))).map(each => each.at);
    expect(await left(CLUSTER)).toEqual([at('07T08:00')]);
    expect(await left(LIFE)).toEqual([at('06T08:00'), at('07T08:00')]);
    expect(await store.prune(at('21T07:00'))).toBe(0);
  });
});
