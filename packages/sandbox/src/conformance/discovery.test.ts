import { describeConformance } from './describeConformance';

type Resource = { name: string };

describeConformance('Discovery', cluster => {
  const resources = async (where: string) =>
    (await cluster().get(where)).body.resources as Resource[];

  it('names its version', async () => {
    const { status, body } = await cluster().get('/version');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      major: '1',
      gitVersion: expect.stringMatching(/^v1\.\d+/),
    });
  });

  it.each(['/healthz', '/livez', '/readyz'])('says ok at %s', async where => {
    const { status, text } = await cluster().get(where);
    expect([status, text]).toEqual([200, 'ok']);
  });

  it('names the versions of the core group', async () => {
    const { body } = await cluster().get('/api');
    expect(body).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
    expect(body.serverAddressByClientCIDRs).toEqual([
      {
        clientCIDR: '0.0.0.0/0',
        serverAddress: expect.stringMatching(/:\d+$/),
      },
    ]);
  });

  it('lists the other groups', async () => {
    const { body } = await cluster().get('/apis');
    expect(body).toMatchObject({ kind: 'APIGroupList', apiVersion: 'v1' });
    const apps = { groupVersion: 'apps/v1', version: 'v1' };
    expect(body.groups).toContainEqual({
      name: 'apps',
      versions: [apps],
      preferredVersion: apps,
    });
    const group = await cluster().get('/apis/apps');
    expect(group.body).toMatchObject({
      kind: 'APIGroup',
      apiVersion: 'v1',
      name: 'apps',
      versions: [apps],
      preferredVersion: apps,
    });
  });

  it.each([
    [
      '/api/v1',
      {
        name: 'configmaps',
        singularName: 'configmap',
        namespaced: true,
        kind: 'ConfigMap',
        shortNames: ['cm'],
      },
    ],
    [
      '/api/v1',
      {
        name: 'namespaces',
        singularName: 'namespace',
        namespaced: false,
        kind: 'Namespace',
        shortNames: ['ns'],
      },
    ],
    [
      '/apis/apps/v1',
      {
        name: 'deployments',
        singularName: 'deployment',
        namespaced: true,
        kind: 'Deployment',
        shortNames: ['deploy'],
        categories: ['all'],
      },
    ],
  ])('describes in %s the resource %j', async (where, wanted) => {
    const found = (await resources(where)).find(
      ({ name }) => name === wanted.name,
    );
    expect(found).toMatchObject(wanted);
    expect(found).toMatchObject({
      verbs: expect.arrayContaining([
        ...['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
      ]),
    });
  });

  it('describes subresources', async () => {
    const apps = await resources('/apis/apps/v1');
    expect(apps).toContainEqual({
      name: 'deployments/scale',
      singularName: '',
      namespaced: true,
      group: 'autoscaling',
      version: 'v1',
      kind: 'Scale',
      verbs: ['get', 'patch', 'update'],
    });
    expect(apps).toContainEqual({
      name: 'deployments/status',
      singularName: '',
      namespaced: true,
      kind: 'Deployment',
      verbs: ['get', 'patch', 'update'],
    });
  });

  it('describes what can be done with pods and service accounts beside writing them', async () => {
    const { body } = await cluster().get('/api/v1');
    const named = (name: string) =>
      body.resources.find((each: { name: string }) => each.name === name);
    expect(named('pods/log')).toEqual({
      name: 'pods/log',
      singularName: '',
      namespaced: true,
      kind: 'Pod',
      verbs: ['get'],
    });
    expect(named('pods/eviction')).toEqual({
      name: 'pods/eviction',
      singularName: '',
      namespaced: true,
      group: 'policy',
      version: 'v1',
      kind: 'Eviction',
      verbs: ['create'],
    });
    expect(named('serviceaccounts/token')).toEqual({
      name: 'serviceaccounts/token',
      singularName: '',
      namespaced: true,
      group: 'authentication.k8s.io',
      version: 'v1',
      kind: 'TokenRequest',
      verbs: ['create'],
    });
  });

  it('tells everything in two answers when asked for the aggregated form', async () => {
    const accept =
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';
    const core = await cluster().get('/api', { accept });
    expect(core.type).toContain('as=APIGroupDiscoveryList');
    expect(core.body).toMatchObject({
      kind: 'APIGroupDiscoveryList',
      apiVersion: 'apidiscovery.k8s.io/v2',
      metadata: {},
    });
    const [version] = core.body.items[0].versions;
    expect(version).toMatchObject({ version: 'v1', freshness: 'Current' });
    expect(version.resources).toContainEqual(
      expect.objectContaining({
        resource: 'configmaps',
        // Empty stands for the group and version around it.
        responseKind: { group: '', version: '', kind: 'ConfigMap' },
        scope: 'Namespaced',
        singularResource: 'configmap',
        shortNames: ['cm'],
      }),
    );
    const { body } = await cluster().get('/apis', { accept });
    const apps = body.items.find(
      (item: { metadata: { name: string } }) => item.metadata.name === 'apps',
    );
    const deployments = apps.versions[0].resources.find(
      ({ resource }: { resource: string }) => resource === 'deployments',
    );
    expect(deployments).toMatchObject({
      responseKind: { group: '', version: '', kind: 'Deployment' },
      scope: 'Namespaced',
      categories: ['all'],
    });
    expect(deployments.subresources).toContainEqual({
      subresource: 'scale',
      responseKind: { group: 'autoscaling', version: 'v1', kind: 'Scale' },
      verbs: ['get', 'patch', 'update'],
    });
  });

  it('says in the OpenAPI v3 index where each group stands', async () => {
    const { text } = await cluster().get('/openapi/v3');
    expect(JSON.parse(text).paths['apis/apps/v1'].serverRelativeURL).toMatch(
      /^\/openapi\/v3\/apis\/apps\/v1/,
    );
  });

  it('answers 404 to a group that is not there', async () => {
    const { status } = await cluster().get('/apis/nowhere.example.com/v1');
    expect(status).toBe(404);
  });
});
