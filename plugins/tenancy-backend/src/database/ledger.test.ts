import { TestDatabases } from '@backstage/backend-test-utils';
import {
  amounts,
  lifeDefinition,
  propertyDefinition,
} from '../__testUtils__/definitions';
import { DatabaseLedgerStore } from './DatabaseLedgerStore';
import {
  createStores,
  LIFE_DEV,
  newNamespace,
  NOW,
} from '../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('the ledger on %s', databaseId => {
  const start = () => createStores(databases, databaseId);
  const reservation = (requestId: string, cores = 2) => ({
    ...LIFE_DEV,
    requestId,
    name: `life-${requestId}-dev`,
    resources: amounts(cores, 4),
  });

  it('allocates once, whoever repeats it', async () => {
    const { ledger, namespaces } = await start();
    const first = await ledger.allocate(newNamespace('r1'), NOW);
    const second = await ledger.allocate(newNamespace('r1'), NOW);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ state: 'provisioning', generation: 1 });
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(2, 4));
    expect(await namespaces.listAll()).toHaveLength(1);
  });

  it('allocates once when asked many times at once', async () => {
    const { ledger, namespaces } = await start();
    await Promise.all(
      Array.from({ length: 10 }, () =>
        ledger.allocate(newNamespace('r1'), NOW),
      ),
    );
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(2, 4));
    expect(await namespaces.listAll()).toHaveLength(1);
  });

  it('refuses more than is left, with the figures, and stores nothing', async () => {
    const { ledger, namespaces } = await start();
    await ledger.allocate(
      newNamespace('r1', { resources: amounts(7, 4) }),
      NOW,
    );
    await expect(ledger.allocate(newNamespace('r2'), NOW)).rejects.toThrow(
      "Tenant 'life' has 1 core, 10Gi of storage, 10 pods and 5 volume claims left on cluster 'nonprod' in 'dev', of 8 cores, 80Gi of storage, 80 pods and 40 volume claims; this asks for 2 cores, 20Gi of storage, 20 pods and 10 volume claims. Ask for less, or ask a platform administrator to raise the quota",
    );
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(7, 4));
    expect(await namespaces.listAll()).toHaveLength(1);
  });

  it('gives the last share to exactly one of those who ask at once', async () => {
    const { ledger } = await start();
    const results = await Promise.allSettled(
      ['r1', 'r2', 'r3', 'r4'].map(id =>
        ledger.allocate(newNamespace(id, { resources: amounts(6, 1) }), NOW),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
    expect(
      results.flatMap(result =>
        result.status === 'rejected' ? [result.reason.name] : [],
      ),
    ).toEqual(['ConflictError', 'ConflictError', 'ConflictError']);
  });

  it('gives to those who ask at once what fits, in the order in which they ask', async () => {
    const { ledger } = await start();
    const results = await Promise.allSettled(
      [3, 6, 4, 2, 1].map((cores, index) =>
        ledger.allocate(
          newNamespace(`r${index}`, { resources: amounts(cores, cores) }),
          NOW,
        ),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(8, 8));
  });

  it('lets nobody suffer from those who ask at the same time for a name that is taken, or whose request was cancelled', async () => {
    const { ledger, namespaces } = await start();
    const one = amounts(1, 1);
    await ledger.allocate(newNamespace('taken', { resources: one }), NOW);
    await ledger.cancelCreation(LIFE_DEV, 'r2', NOW);
    const results = await Promise.allSettled([
      ledger.allocate(newNamespace('r1', { resources: one }), NOW),
      ledger.allocate(newNamespace('r2', { resources: one }), NOW),
      ledger.allocate(
        newNamespace('r3', { resources: one, name: 'life-taken-dev' }),
        NOW,
      ),
      ledger.allocate(newNamespace('taken', { resources: one }), NOW),
      ledger.allocate(newNamespace('r4', { resources: one }), NOW),
    ]);
    expect(
      results.map(result =>
        result.status === 'fulfilled' ? result.value.name : result.reason.name,
      ),
    ).toEqual([
      'life-r1-dev',
      'ConflictError',
      'ConflictError',
      'life-taken-dev',
      'life-r4-dev',
    ]);
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(3, 3));
    expect(await namespaces.listAll()).toHaveLength(3);
  });

  it('makes the namespace of a request or cancels it, whichever of two replicas is first', async () => {
    const { ledger, knex, namespaces } = await start();
    const replica = DatabaseLedgerStore.create({ knex });
    const requests = Array.from({ length: 12 }, (_, index) => `r${index}`);
    const none = { resources: amounts(0, 0) };
    await Promise.all(
      requests.map(async requestId => {
        const [made, cancelled] = await Promise.allSettled([
          ledger.allocate(newNamespace(requestId, none), NOW),
          replica.cancelCreation(LIFE_DEV, requestId, NOW),
        ]);
        const stands = await namespaces.findByRequest(requestId);
        // Whoever cancels hears of the namespace exactly when it stands, and so does whoever asked for it.
        expect(cancelled).toMatchObject({ value: stands?.id });
        expect(made.status).toBe(stands ? 'fulfilled' : 'rejected');
      }),
    );
  });

  it('gives two replicas that allocate at once no more than there is', async () => {
    const { ledger, knex } = await start();
    const replicas = [ledger, DatabaseLedgerStore.create({ knex })];
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        replicas[index % 2].allocate(
          newNamespace(`r${index}`, { resources: amounts(1, 1) }),
          NOW,
        ),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      8,
    );
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(8, 8));
  });

  it('refuses a name that is taken on the cluster, and takes nothing from the quota', async () => {
    const { ledger } = await start();
    await ledger.allocate(newNamespace('r1', { name: 'life-a-b-dev' }), NOW);
    await expect(
      ledger.allocate(newNamespace('r2', { name: 'life-a-b-dev' }), NOW),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        "There already is a namespace 'life-a-b-dev' on cluster 'nonprod'",
      ),
    });
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(2, 4));
  });

  it('gives nothing to a tenant that was closed, or whose quota is gone', async () => {
    const { ledger, tenants } = await start();
    await tenants.applyDefinitions([propertyDefinition({ quotas: [] })], NOW);
    await expect(ledger.allocate(newNamespace('r1'), NOW)).rejects.toThrow(
      "Tenant 'life' is closed",
    );
    await expect(
      ledger.allocate(newNamespace('r2', { tenant: 'property' }), NOW),
    ).rejects.toThrow("Tenant 'property' has no quota on cluster 'nonprod'");
  });

  it('shows what is asked for until it is settled', async () => {
    const { ledger } = await start();
    await ledger.reserve(reservation('r1'), NOW);
    await ledger.reserve(reservation('r1', 3), NOW);
    await ledger.reserve(reservation('r2'), NOW);
    expect((await ledger.find(LIFE_DEV))?.requested).toEqual(amounts(5, 8));
    expect(await ledger.listReservations(LIFE_DEV)).toEqual([
      reservation('r1', 3),
      reservation('r2'),
    ]);
    expect(
      await ledger.listReservationsNamed('nonprod', 'life-r2-dev'),
    ).toEqual([reservation('r2')]);

    await ledger.settle(reservation('r1'), NOW);
    await ledger.allocate(newNamespace('r2'), NOW);
    expect(await ledger.find(LIFE_DEV)).toMatchObject({
      requested: amounts(0, 0),
      allocated: amounts(2, 4),
    });
  });

  it('is not revived by a reserve that arrives after the end', async () => {
    const { ledger } = await start();
    await ledger.settle(reservation('r1'), NOW);
    await ledger.settle(reservation('r1'), NOW);
    await ledger.reserve(reservation('r1'), NOW);
    await ledger.allocate(newNamespace('r2'), NOW);
    await ledger.reserve(reservation('r2'), NOW);
    expect(await ledger.listReservations(LIFE_DEV)).toEqual([]);
  });

  it('holds the invariant in the database too', async () => {
    const { knex } = await start();
    await expect(
      knex('quotas').update({ allocated_cpu_millicores: 1_000_000 }),
    ).rejects.toThrow(/quotas_cpu_check/);
  });

  it('keeps a quota that a file lowers below what is allocated, and says so', async () => {
    const { ledger, tenants } = await start();
    await ledger.allocate(newNamespace('r1'), NOW);
    const lower = lifeDefinition({
      quotas: [
        { cluster: 'nonprod', environment: 'dev', hard: amounts(1, 16) },
      ],
    });
    const applied = await tenants.applyDefinitions(
      [lower, propertyDefinition()],
      NOW,
    );
    expect(applied).toEqual({
      closed: [],
      kept: [
        {
          ...LIFE_DEV,
          hard: amounts(8, 16),
          allocated: amounts(2, 4),
          wanted: amounts(1, 16),
        },
      ],
    });
    // Nothing was allocated from the other one, which the file leaves out.
    expect(await ledger.list('life')).toHaveLength(1);
  });

  it('lowers a quota while somebody allocates from it, and never below what is allocated', async () => {
    const { ledger, tenants } = await start();
    const lower = lifeDefinition({
      quotas: [{ cluster: 'nonprod', environment: 'dev', hard: amounts(3, 6) }],
    });
    const allocate = (requestId: string) =>
      ledger.allocate(newNamespace(requestId), NOW).catch(error => error.name);
    const [first, applied, second] = await Promise.all([
      allocate('r1'),
      tenants.applyDefinitions([lower, propertyDefinition()], NOW),
      allocate('r2'),
    ]);
    const quota = (await ledger.find(LIFE_DEV))!;
    const isLowered = applied.kept.length === 0;
    expect(quota.hard).toEqual(isLowered ? amounts(3, 6) : amounts(8, 16));
    const refused = [first, second].filter(end => end === 'ConflictError');
    expect(refused).toHaveLength(isLowered ? 1 : 0);
    expect(quota.allocated).toEqual(isLowered ? amounts(2, 4) : amounts(4, 8));
  });
});
