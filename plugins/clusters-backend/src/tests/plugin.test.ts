import { inspect } from 'node:util';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import type { ApplySetInput } from '@caas/plugin-clusters-common';
import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import request from 'supertest';
import {
  configMap,
  namespace,
  quota,
  setOf,
  TENANCY,
} from '../__testUtils__/applySets';
import { clustersPlugin } from '../plugin';
import { policy } from '../__testUtils__/policy';

const serviceOf = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'clusters',
  });
const SERVICE = serviceOf(TENANCY);
const NOBODY = mockCredentials.none.header();
const as = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

jest.setTimeout(30_000);

describe('the clusters plugin', () => {
  let sandbox: Sandbox;
  let admin: ClusterAdmin;
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  const logger = mockServices.rootLogger.mock();
  logger.child.mockImplementation(() => logger);
  /** The reconciler's next second, when it comes. */
  let tick = async () => {};

  const configOf = (changes: object = {}) => {
    const { nonprod } = sandbox.clusters;
    return {
      name: 'nonprod',
      title: '非生产集群',
      titleEn: 'Non-production',
      environments: ['dev', 'test', 'staging'],
      url: nonprod.url,
      caData: Buffer.from(nonprod.ca).toString('base64'),
      token: nonprod.token,
      ...changes,
    };
  };
  const startBackend = (
    clusters: object[],
    scheduler = mockServices.scheduler.mock(),
  ) =>
    startTestBackend({
      features: [
        clustersPlugin,
        policy.factory,
        scheduler.factory,
        logger.factory,
        mockServices.rootConfig.factory({ data: { clusters } as never }),
      ],
    });
  const call = (
    method: 'get' | 'put' | 'delete' | 'post',
    route: string,
    header: string,
    body?: object,
  ) =>
    request(server)
      [method](`/api/clusters${route}`)
      .set('authorization', header)
      .send(body);
  const get = (route: string, header: string) => call('get', route, header);
  const routeOf = ({ cluster, id }: ApplySetInput) =>
    `/clusters/${cluster}/apply-sets/${id}`;
  const put = (input: ApplySetInput, header = SERVICE) =>
    call('put', routeOf(input), header, input);
  const remove = (input: ApplySetInput, header = SERVICE) =>
    call('delete', routeOf(input), header, { reason: 'r9' });
  const reach = (input: ApplySetInput, state: string) =>
    eventually(20, async () => {
      await tick();
      const { body } = await get(routeOf(input), SERVICE);
      expect(body.state).toBe(state);
      return body;
    });

  beforeAll(async () => {
    sandbox = await startSandbox({});
    admin = new ClusterAdmin(sandbox.clusters.nonprod);
    ({ server } = await startBackend(
      [configOf()],
      mockServices.scheduler.mock({
        scheduleTask: async ({ fn }) => {
          tick = async () => fn(new AbortController().signal);
        },
      }),
    ));
  });
  afterAll(() => sandbox.close());

  it('shows the clusters, and never their address or token', async () => {
    const answer = await eventually(20, async () => {
      const response = await get('/clusters', as('li-wei')).expect(200);
      expect(response.body.items[0].version).toBeDefined();
      return response;
    });
    expect(answer.body.items).toEqual([
      {
        name: 'nonprod',
        title: '非生产集群',
        titleEn: 'Non-production',
        environments: ['dev', 'test', 'staging'],
        origin: 'config',
        state: 'connected',
        since: expect.any(String),
        version: expect.stringMatching(/^v1\./),
        nodeCount: 6,
        nodeStates: { ready: 6 },
        capacity: expect.any(Object),
        gaps: expect.any(Array),
        namespaceCount: 3,
      },
    ]);
    expect(answer.text).not.toContain(sandbox.clusters.nonprod.token);
    await get('/clusters', as('guest')).expect(403);
  });

  it('brings an apply set to the cluster, shows it to its tenant, and deletes it', async () => {
    const name = 'life-policy-dev';
    const input = setOf(name);
    const { body: taken } = await put(input).expect(200);
    expect(taken).toMatchObject({
      owner: TENANCY,
      generation: 1,
      observedGeneration: 0,
    });
    const ready = await reach(input, 'ready');
    expect(ready).toMatchObject({ observedGeneration: 1, tenant: 'life' });
    expect(ready).not.toHaveProperty('inventory');
    const { body: same } = await put(input).expect(200);
    expect(same).toMatchObject({ state: 'ready', generation: 1 });

    const shown = await eventually(20, async () => {
      const { body } = await get('/namespaces?tenant=life', as('li-wei'));
      expect(body.items[0]?.quotas).toHaveLength(2);
      return body;
    });
    expect(shown).toEqual({
      totalCount: 1,
      items: [
        {
          cluster: 'nonprod',
          name,
          tenant: 'life',
          environment: 'dev',
          phase: 'Active',
          createdAt: expect.any(String),
          requested: { cpuMillicores: 0, memoryBytes: 0, pods: 0 },
          quotas: [
            { resource: 'pods', hard: '20', used: '0' },
            { resource: 'requests.cpu', hard: '2', used: '0' },
          ],
        },
      ],
    });
    const list = await get('/apply-sets', as('li-wei')).expect(200);
    expect(list.body).toMatchObject({
      totalCount: 1,
      items: [{ id: input.id, state: 'ready' }],
    });

    await put({
      ...input,
      generation: 2,
      objects: [namespace(name), quota(name, '4')],
    }).expect(200);
    await eventually(20, async () =>
      expect(await reach(input, 'ready')).toMatchObject({
        observedGeneration: 2,
      }),
    );
    const { body: leaving } = await remove(input).expect(200);
    expect(leaving.state).toBe('deleting');
    await reach(input, 'deleted');
    await remove(input).expect(200);
    expect(await admin.find({ kind: 'Namespace', name })).toBeUndefined();
  });

  it('puts back a namespace that somebody deleted as soon as the view sees it', async () => {
    const input = setOf('life-back-dev');
    await put(input).expect(200);
    await reach(input, 'ready');
    const space = { kind: 'Namespace', name: 'life-back-dev' };
    const before = await admin.find(space);
    await eventually(20, async () => {
      const { body } = await get('/namespaces?name=life-back-dev', SERVICE);
      expect(body.totalCount).toBe(1);
    });
    await admin.delete(space);
    await eventually(20, async () => {
      const after = await admin.find(space);
      expect(after.metadata.uid).not.toBe(before.metadata.uid);
    });
  });

  it('shows another tenant nothing, and tells a foreign set like one that does not exist', async () => {
    const input = setOf('life-hidden-dev');
    await put(input).expect(200);
    await reach(input, 'ready');
    await get(routeOf(input), as('li-wei')).expect(200);

    const foreign = await get(routeOf(input), as('zhang-min'));
    const unknown = await get(
      routeOf(setOf('life-nothere-dev')),
      as('zhang-min'),
    );
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(foreign.text.replaceAll('hidden', 'nothere')).toBe(unknown.text);
    for (const person of ['zhang-min', 'guest']) {
      for (const route of [
        '/apply-sets',
        '/namespaces',
        '/apply-sets?tenant=life',
      ]) {
        const { body } = await get(route, as(person)).expect(200);
        expect(body).toEqual({ items: [], totalCount: 0 });
      }
    }
  });

  it('tells the permission framework about its rows', async () => {
    const input = setOf('life-row-dev');
    await put(input).expect(200);
    await reach(input, 'ready');
    await eventually(20, async () => {
      const { body } = await get('/namespaces?name=life-row-dev', SERVICE);
      expect(body.totalCount).toBe(1);
    });
    const decide = async (resourceType: string, resourceRef: string) => {
      const results: string[] = [];
      for (const tenant of ['life', 'property']) {
        const { body } = await call(
          'post',
          '/.well-known/backstage/permissions/apply-conditions',
          SERVICE,
          {
            items: [
              {
                id: '1',
                resourceRef,
                resourceType,
                conditions: {
                  rule: 'IN_TENANTS',
                  resourceType,
                  params: { tenants: [tenant] },
                },
              },
            ],
          },
        ).expect(200);
        results.push(body.items[0].result);
      }
      return results;
    };
    const yesNo = ['ALLOW', 'DENY'];
    expect(await decide('clusters-apply-set', `nonprod/${input.id}`)).toEqual(
      yesNo,
    );
    expect(await decide('clusters-namespace', 'nonprod/life-row-dev')).toEqual(
      yesNo,
    );
    expect(await decide('clusters-namespace', 'nonprod/none')).toEqual([
      'DENY',
      'DENY',
    ]);
  });

  it('lets nobody in without credentials, and no person at the service doors', async () => {
    const input = setOf('life-door-dev');
    for (const route of [
      '/clusters',
      '/namespaces',
      '/apply-sets',
      routeOf(input),
    ]) {
      expect((await get(route, NOBODY)).status).toBe(401);
    }
    expect((await put(input, NOBODY)).status).toBe(401);
    expect((await remove(input, NOBODY)).status).toBe(401);
    expect((await put(input, as('li-wei'))).status).toBe(403);
    expect((await remove(input, as('li-wei'))).status).toBe(403);
    await get(routeOf(input), SERVICE).expect(404);
  });

  it('refuses objects outside the guard rails, naming them', async () => {
    const name = 'life-rails-dev';
    const secret = { ...configMap(name, 'key'), kind: 'Secret' };
    const refused = await put(setOf(name, { objects: [secret] }));
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(
      "Secret 'life-rails-dev/key' is refused: 'plugin:tenancy' may put Namespace",
    );
    const foreign = await put(
      setOf(name, { objects: [namespace('property-a-dev', 'property')] }),
    );
    expect(foreign.status).toBe(403);
    expect(foreign.body.error.message).toContain("Namespace 'property-a-dev'");
    const stranger = await put(setOf(name), serviceOf('plugin:knowledge'));
    expect(stranger.status).toBe(403);
  });

  it('lets only the owner change a set', async () => {
    const input = setOf('life-owned-dev');
    await put(input).expect(200);
    await remove(input, serviceOf('plugin:knowledge')).expect(403);
    await remove(setOf('life-nothere-dev')).expect(404);
    const older = await put({
      ...input,
      objects: [namespace('life-owned-dev')],
    });
    expect(older.status).toBe(409);
    expect(older.body.error.message).toContain('send these as generation 2');
  });

  it('answers bad input with the field, and an unknown cluster with those that exist', async () => {
    const input = setOf('life-bad-dev');
    for (const [changes, field] of [
      [{ objects: [] }, 'objects'],
      [{ generation: 0 }, 'generation'],
      [{ tenant: '' }, 'tenant'],
      [{ objects: [{ kind: 'Namespace' }] }, 'objects'],
    ] as const) {
      const { status, body } = await put({ ...input, ...changes } as never);
      expect([status, body.error.name]).toEqual([400, 'InputError']);
      expect(body.error.message).toContain(field);
    }
    await put({ ...input, id: 'Not_An_Id' }).expect(400);
    await call('delete', routeOf(input), SERVICE).expect(400);
    await get('/namespaces?limit=100000', as('li-wei')).expect(400);
    const unknown = await put({ ...input, cluster: 'moon' });
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toBe(
      "There is no cluster 'moon': the portal knows 'nonprod'",
    );
  });

  it('does not start with a cluster that cannot be right, and says why', async () => {
    await expect(startBackend([configOf(), configOf()])).rejects.toThrow(
      "names the cluster 'nonprod' twice under 'clusters'",
    );
  });

  it('starts while a cluster is away, and stops at once while watches are open', async () => {
    const { prod } = sandbox.clusters;
    await prod.stop();
    const away = configOf({ name: 'prod', url: prod.url });
    const backend = await startBackend([configOf(), away]);
    await eventually(20, async () => {
      const { body } = await request(backend.server)
        .get('/api/clusters/clusters')
        .set('authorization', as('li-wei'));
      expect(body.items).toMatchObject([
        { name: 'nonprod', state: 'connected' },
        {
          name: 'prod',
          state: 'unreachable',
          reason: "Cluster 'prod' does not answer: the connection is refused",
        },
      ]);
    });
    const began = performance.now();
    await backend.stop();
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('never logs a token', () => {
    const { debug, info, warn, error } = logger;
    const said = [debug, info, warn, error].flatMap(({ mock }) => mock.calls);
    expect(said.length).toBeGreaterThan(0);
    const text = inspect(said, { depth: 20, maxStringLength: null });
    expect(text).toContain("Cluster 'nonprod' answers");
    expect(text).not.toContain(sandbox.clusters.nonprod.token);
  });
});
