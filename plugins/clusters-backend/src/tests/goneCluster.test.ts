import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import request from 'supertest';
import { createStore, setOf } from '../__testUtils__/applySets';
import { clientOf, createPortal } from '../__testUtils__/portal';
import { policy } from '../__testUtils__/policy';
import { clustersPlugin } from '../plugin';

/** A cluster leaves the configuration while an apply set stands on it. */
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(30_000);

describe('an apply set of a cluster that is gone', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({});
  });
  afterAll(() => sandbox.close());

  it('is kept, stalled, visible to its tenant, and deletes nothing', async () => {
    const { nonprod } = sandbox.clusters;
    const { knex, sets } = await createStore(databases, 'SQLITE_3');
    const before = createPortal(sets, { closed: clientOf(nonprod) });
    const input = setOf('life-closed-dev', { cluster: 'closed' });
    await before.put(input);
    await before.reach(input, 'ready');
    before.reconciler.stop();
    // Its next look is due while nobody knows the cluster.
    await knex('apply_sets').update({ next_run_at: new Date(0).toISOString() });

    let tick = async () => {};
    const { server } = await startTestBackend({
      features: [
        clustersPlugin,
        policy.factory,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        mockServices.scheduler.mock({
          scheduleTask: async ({ id, fn }) => {
            if (id !== 'reconcile-apply-sets') return;
            tick = async () => fn(new AbortController().signal);
          },
        }).factory,
        mockServices.rootConfig.factory({ data: { clusters: [] } as never }),
      ],
    });
    const get = (route: string, name: string) =>
      request(server)
        .get(`/api/clusters${route}`)
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${name}`),
        );

    const route = `/clusters/closed/apply-sets/${input.id}`;
    const stalled = {
      cluster: 'closed',
      id: input.id,
      state: 'stalled',
      observedGeneration: 1,
      objects: expect.arrayContaining([
        expect.objectContaining({ kind: 'Namespace', name: 'life-closed-dev' }),
      ]),
      conditions: [
        expect.objectContaining({
          type: 'Ready',
          status: 'False',
          reason: 'UnknownCluster',
          message: expect.stringContaining("'closed'"),
        }),
      ],
    };
    await eventually(20, async () => {
      await tick();
      const { body } = await get(route, 'li-wei').expect(200);
      expect(body).toMatchObject(stalled);
    });
    const { body } = await get('/apply-sets?cluster=closed', 'li-wei');
    expect(body).toMatchObject({ items: [stalled], totalCount: 1 });
    await get(route, 'zhang-min').expect(404);
    expect(nonprod.listNamespaces()).toContain('life-closed-dev');
    expect((await sets.find('closed', input.id))!.inventory).toHaveLength(3);
  });
});
