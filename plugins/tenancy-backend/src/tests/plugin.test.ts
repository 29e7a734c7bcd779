import path from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { inTenants, mockPolicy } from '@caas/backend-testing';
import { usualQuota } from '@caas/plugin-tenancy-common';
import request from 'supertest';
import { FakeClustersClient } from '../clients/FakeClustersClient';
import { tenancyPlugin } from '../plugin';
import { namespaceSubject } from '../__testUtils__/desk';
import {
  fakeApprovalsPlugin,
  fakeClustersPlugin,
} from '../__testUtils__/FakePlatform';

jest.setTimeout(60_000);

const TENANTS = `
tenants:
  - code: life
    name: 寿险
    nameEn: Life insurance
    group: group:default/life
    members:
      - { user: 'user:default/li-wei', role: developer }
      - { user: 'user:default/wang-fang', role: tenant-admin }
    quotas:
      - { cluster: nonprod, environment: dev, cpu: '8', memory: 16Gi }
  - code: property
    name: 财险
    nameEn: Property insurance
    group: group:default/property
    members:
      - { user: 'user:default/zhang-min', role: developer }
    quotas: []
`;
const TENANT_OF: Record<string, string> = {
  'user:default/li-wei': 'life',
  'user:default/wang-fang': 'life',
  'user:default/zhang-min': 'property',
};
const PEOPLE = [...Object.keys(TENANT_OF), 'user:default/chen-jing'].map(
  ref => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: ref.split('/')[1] },
  }),
);
const SERVICE = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:approvals'),
  targetPluginId: 'tenancy',
});
const as = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

/** What the portal's policy says: to people the rows of their tenant. */
const policy = mockPolicy((user, permission) =>
  inTenants('tenancy', permission, [TENANT_OF[user]]),
);

describe('the tenancy plugin', () => {
  const directory = createMockDirectory();

  const features = (
    fake: FakeClustersClient,
    publish: jest.Mock,
    announced: unknown[],
  ) => [
    tenancyPlugin,
    fakeClustersPlugin(fake),
    fakeApprovalsPlugin(announced),
    policy.factory,
    catalogServiceMock.factory({ entities: PEOPLE }),
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({ publish }),
    }),
    mockServices.rootConfig.factory({
      data: {
        tenancy: {
          tenantsFile: path.join(directory.path, 'tenants.yaml'),
          platformRoles: {
            'platform-admin': ['user:default/chen-jing'],
            auditor: ['user:default/left-the-house'],
          },
          groupRoles: [
            { claim: 'life-admins', tenant: 'life', role: 'tenant-admin' },
          ],
        },
      },
    }),
  ];
  const start = async () => {
    directory.setContent({ 'tenants.yaml': TENANTS });
    const fake = new FakeClustersClient();
    const publish = jest.fn().mockResolvedValue(undefined);
    const announced: unknown[] = [];
    const { server } = await startTestBackend({
      features: features(fake, publish, announced),
    });
    const get = (route: string, header: string) =>
      request(server).get(`/api/tenancy${route}`).set('authorization', header);
    const post = (operation: string, body: object, header = SERVICE) =>
      request(server)
        .post(`/api/tenancy/request-kinds/namespace.create/${operation}`)
        .set('authorization', header)
        .send({ payloadHash: 'hash', ...body });
    return { server, fake, publish, announced, get, post };
  };

  it('carries a namespace from its request to the cluster, and shows it to its tenant only', async () => {
    const { fake, publish, announced, get, post } = await start();
    const subject = namespaceSubject();
    const validated = await post('validate', subject);
    expect(validated.body.title.en).toBe(
      'Create namespace life-policy-dev on nonprod (2 cores and 4Gi)',
    );
    const evidence = await post('evidence', subject);
    expect(evidence.body.items[0]).toMatchObject({
      id: 'pool.cpu',
      gauge: { used: 0, requested: 2000, limit: 8000, unit: 'millicores' },
    });
    await post('reserve', subject).expect(200);
    const pending = await get('/tenants/life/quotas', as('wang-fang'));
    expect(pending.body.items[0].requested.cpuMillicores).toBe(2000);

    let execution = (await post('execute', subject)).body;
    for (let poll = 0; execution.state === 'working' && poll < 50; poll += 1) {
      execution = (await post('execute', subject)).body;
    }
    expect(execution).toMatchObject({ state: 'done' });
    expect([...fake.applySets.values()]).toMatchObject([
      { cluster: 'nonprod', tenant: 'life', reason: 'r1' },
    ]);

    const mine = await get('/namespaces', as('li-wei')).expect(200);
    expect(mine.body).toMatchObject({
      totalCount: 1,
      items: [
        {
          name: 'life-policy-dev',
          state: 'ready',
          purpose: 'Policy service',
          requestId: 'r1',
        },
      ],
    });
    expect(mine.body.items[0]).not.toHaveProperty('generation');
    const foreign = await get('/namespaces', as('zhang-min')).expect(200);
    expect(foreign.body).toEqual({ items: [], totalCount: 0 });
    const named = await get('/namespaces?tenant=life', as('zhang-min'));
    expect(named.body).toEqual({ items: [], totalCount: 0 });

    const projection = await get('/projection', SERVICE).expect(200);
    expect(projection.body).toMatchObject({
      tenants: [{ code: 'life', namespaceCount: 1 }, { code: 'property' }],
      namespaces: [{ name: 'life-policy-dev' }],
    });
    expect(publish).toHaveBeenCalledWith({
      channel: 'tenancy:changes',
      message: { tenant: 'life' },
      recipients: {
        type: 'user',
        entityRef: [
          'user:default/li-wei',
          'user:default/wang-fang',
          'user:default/chen-jing',
        ],
      },
    });
    expect(announced).toMatchObject([
      {
        pluginId: 'tenancy',
        kinds: [
          { kind: 'namespace.create' },
          { kind: 'namespace.resize' },
          { kind: 'namespace.renew' },
          { kind: 'namespace.delete' },
          { kind: 'tenant.quota' },
        ],
      },
    ]);
  });

  it('answers unknown and foreign tenants alike', async () => {
    const { get, post } = await start();
    for (const suffix of ['', '/quotas']) {
      const foreign = await get(`/tenants/life${suffix}`, as('zhang-min'));
      const unknown = await get(`/tenants/none${suffix}`, as('zhang-min'));
      expect(foreign.status).toBe(404);
      expect(unknown.status).toBe(404);
      expect(foreign.text.replaceAll('life', 'none')).toBe(unknown.text);
    }
    const list = await get('/tenants', as('zhang-min')).expect(200);
    expect(list.body).toMatchObject({
      totalCount: 1,
      items: [{ code: 'property', myRoles: ['developer'] }],
    });
    await post('validate', namespaceSubject({ tenant: 'property' })).expect(
      404,
    );
  });

  it('shows a tenant with its members and quotas to those in it', async () => {
    const { get } = await start();
    const { body } = await get('/tenants/life', as('wang-fang')).expect(200);
    expect(body).toMatchObject({
      code: 'life',
      name: '寿险',
      myRoles: ['tenant-admin'],
      members: [{ user: 'user:default/li-wei', role: 'developer' }, {}],
      quotas: [
        {
          cluster: 'nonprod',
          environment: 'dev',
          hard: usualQuota({
            cpuMillicores: 8000,
            memoryBytes: 16 * 2 ** 30,
          }),
        },
      ],
    });
  });

  it('tells everybody their own roles, and only services those of others', async () => {
    const { get } = await start();
    const mine = await get('/memberships/mine', as('chen-jing')).expect(200);
    expect(mine.body).toEqual({
      user: 'user:default/chen-jing',
      platformRoles: ['platform-admin'],
      tenants: [],
    });
    const query = '?user=user:default/li-wei';
    await get(`/memberships${query}`, as('chen-jing')).expect(403);
    const theirs = await get(`/memberships${query}`, SERVICE).expect(200);
    expect(theirs.body.tenants).toEqual([
      {
        code: 'life',
        name: '寿险',
        nameEn: 'Life insurance',
        roles: ['developer'],
        permissions: [],
      },
    ]);
    const holders = await get(
      '/role-holders?role=tenant-admin&tenant=life',
      SERVICE,
    ).expect(200);
    expect(holders.body).toEqual({ users: ['user:default/wang-fang'] });
    const admins = await get('/role-holders?role=platform-admin', SERVICE);
    expect(admins.body).toEqual({ users: ['user:default/chen-jing'] });
    await get('/role-holders?role=tenant-admin', SERVICE).expect(400);
    await get('/role-holders?role=boss', SERVICE).expect(400);
  });

  it('takes down the groups that a sign-in claims, from the sign-in alone', async () => {
    const { server, get } = await start();
    const record = (
      body: object,
      caller: Parameters<typeof mockCredentials.service>[0],
    ) =>
      request(server)
        .put('/api/tenancy/claimed-groups')
        .set(
          'authorization',
          mockCredentials.service.header({
            onBehalfOf: mockCredentials.service(caller),
            targetPluginId: 'tenancy',
          }),
        )
        .send(body);
    const claim = {
      user: 'user:default/zhang-min',
      groups: ['life-admins', 'canteen'],
    };
    const forged = await record(claim, 'plugin:scaffolder').expect(403);
    expect(forged.body.error.message).toContain("not 'plugin:scaffolder'");
    const recorded = await record(claim, 'plugin:auth').expect(200);
    expect(recorded.body).toEqual({ groups: ['life-admins'] });
    const holders = await get(
      '/role-holders?role=tenant-admin&tenant=life',
      SERVICE,
    );
    expect(holders.body.users).toEqual([
      'user:default/wang-fang',
      'user:default/zhang-min',
    ]);
    const mine = await get('/memberships/mine', as('zhang-min'));
    expect(mine.body.tenants).toContainEqual(
      expect.objectContaining({ code: 'life', roles: ['tenant-admin'] }),
    );
    await record({ user: claim.user, groups: [''] }, 'plugin:auth').expect(400);
    const auditors = await get('/role-holders?role=auditor', SERVICE);
    expect(auditors.body).toEqual({ users: [] });
  });

  it('lets nobody in without credentials, and no person at the service doors', async () => {
    const { get, post } = await start();
    const nobody = mockCredentials.none.header();
    const statusOf = async (call: Promise<{ status: number }>) =>
      (await call).status;
    expect(await statusOf(get('/tenants', nobody))).toBe(401);
    expect(await statusOf(get('/memberships/mine', nobody))).toBe(401);
    expect(await statusOf(get('/projection', as('li-wei')))).toBe(403);
    for (const operation of [
      'validate',
      'evidence',
      'reserve',
      'release',
      'execute',
    ]) {
      const call = (header: string) =>
        statusOf(post(operation, namespaceSubject(), header));
      expect([operation, await call(as('li-wei'))]).toEqual([operation, 403]);
      expect([operation, await call(nobody)]).toEqual([operation, 401]);
    }
  });

  it('answers bad input with the field, and an unknown kind with those that exist', async () => {
    const { server, post, get } = await start();
    const bad = await post(
      'validate',
      namespaceSubject({ payload: { cpu: 'x' } }),
    );
    expect(bad.status).toBe(400);
    expect(bad.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^cpu: 'x' is not an amount of CPU/),
    });
    await request(server)
      .post('/api/tenancy/request-kinds/tenant.delete/execute')
      .set('authorization', SERVICE)
      .send({ payloadHash: 'hash', ...namespaceSubject() })
      .expect(404);
    await get('/tenants?limit=1000', as('li-wei')).expect(400);
  });

  it.each([
    [
      'a file that is not there',
      {},
      /tenancy\.tenantsFile in app-config\.yaml names '.*tenants\.yaml', which cannot be read/,
    ],
    [
      'a file with a mistake',
      { 'tenants.yaml': TENANTS.replace('16Gi', 'much') },
      /tenants\.yaml:11:65: tenants\.0\.quotas\.0\.memory: 'much' is not an amount/,
    ],
  ])(
    'does not start with %s, and says what to write',
    async (_, content, sentence) => {
      directory.setContent(content);
      await expect(
        startTestBackend({
          features: features(new FakeClustersClient(), jest.fn(), []),
        }),
      ).rejects.toThrow(sentence);
    },
  );
});
