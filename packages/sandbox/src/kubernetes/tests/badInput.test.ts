import { ClusterBench, type Answer } from './ClusterBench';
import { configMap, deployment, quota } from './objects';

describe('Bad input', () => {
  const bench = ClusterBench.forTests();
  let namespace: string;
  beforeAll(async () => {
    namespace = await bench.namespace();
  });

  const core = () => `/api/v1/namespaces/${namespace}`;

  /** The reason and the sentence of a `Status`, once it is sure to be one that fits its HTTP status. */
  function failure({ status, type, body }: Answer): [number, string, string] {
    expect(type).toMatch(/^application\/json/);
    expect(body).toMatchObject({
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      code: status,
    });
    return [status, body.reason, body.message];
  }

  it('of a kind that the cluster lacks is a 404', async () => {
    expect(failure(await bench.get(`${core()}/gadgets`))).toEqual([
      404,
      'NotFound',
      'the server could not find the requested resource',
    ]);
    const routes = await bench.get('/apis/example.com/v1/routes');
    expect(routes.status).toBe(404);
  });

  it('of an object that is not there is a 404 that names it', async () => {
    expect(failure(await bench.get(`${core()}/configmaps/none`))).toEqual([
      404,
      'NotFound',
      'configmaps "none" not found',
    ]);
    const gone = `/apis/apps/v1/namespaces/${namespace}/deployments/none`;
    expect(failure(await bench.send('DELETE', gone))[2]).toBe(
      'deployments.apps "none" not found',
    );
  });

  it('that is not JSON is a 400', async () => {
    for (const text of ['{"metadata": ', 'hello', '', '[]', 'null', '7']) {
      const answer = await bench.send('POST', `${core()}/configmaps`, text);
      expect(failure(answer).slice(0, 2)).toEqual([400, 'BadRequest']);
    }
  });

  it('of another kind than the address is a 400', async () => {
    const answer = await bench.post(`${core()}/configmaps`, quota('q', {}));
    expect(failure(answer)[0]).toBe(400);
  });

  it.each([
    { name: 'Upper', where: () => `${core()}/configmaps` },
    { name: 'a..b', where: () => `${core()}/configmaps` },
    { name: '-a', where: () => '/api/v1/namespaces' },
    { name: 'a.b', where: () => '/api/v1/namespaces' },
    { name: 'n'.repeat(64), where: () => '/api/v1/namespaces' },
  ])('with the name "$name" is a 422 in Kubernetes\' words', async each => {
    const isNamespace = !each.where().includes('configmaps');
    const kind = isNamespace ? 'Namespace' : 'ConfigMap';
    const answer = await bench.post(each.where(), {
      apiVersion: 'v1',
      kind,
      metadata: { name: each.name },
    });
    const [status, reason, message] = failure(answer);
    expect([status, reason]).toEqual([422, 'Invalid']);
    expect(message).toContain(`${kind} "${each.name}" is invalid: `);
    expect(message).toContain(
      `metadata.name: Invalid value: "${each.name}": ${
        isNamespace ? '' : 'a lowercase RFC 1123 subdomain must consist of'
      }`,
    );
    expect(answer.body.details.causes[0].field).toBe('metadata.name');
  });

  it('without a name is a 422', async () => {
    const answer = await bench.post(`${core()}/configmaps`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
    });
    const [status, , message] = failure(answer);
    expect(status).toBe(422);
    expect(message).toContain('name or generateName is required');
  });

  it('with a wrong token is a 401', async () => {
    for (const token of ['wrong', 'sandbox-portal-token-and-more']) {
      const answer = await bench.send('GET', '/api/v1/namespaces', undefined, {
        token,
      });
      expect(failure(answer)).toEqual([401, 'Unauthorized', 'Unauthorized']);
    }
  });

  it('for a namespace that is not there is a 404', async () => {
    const answer = await bench.post(
      '/api/v1/namespaces/nowhere/configmaps',
      configMap('a'),
    );
    expect(failure(answer)).toEqual([
      404,
      'NotFound',
      'namespaces "nowhere" not found',
    ]);
  });

  it('that creates twice is a 409', async () => {
    await bench.post(`${core()}/configmaps`, configMap('twice'));
    const answer = await bench.post(`${core()}/configmaps`, configMap('twice'));
    expect(failure(answer)).toEqual([
      409,
      'AlreadyExists',
      'configmaps "twice" already exists',
    ]);
  });

  it('that updates what was changed meanwhile is a 409', async () => {
    const { body } = await bench.post(
      `${core()}/configmaps`,
      configMap('stale'),
    );
    const update = (value: string) =>
      bench.send('PUT', `${core()}/configmaps/stale`, {
        ...body,
        data: { value },
      });
    expect((await update('1')).status).toBe(200);
    expect(failure(await update('2'))).toEqual([
      409,
      'Conflict',
      'Operation cannot be fulfilled on configmaps "stale": the object has been modified; please apply your changes to the latest version and try again',
    ]);
  });

  it('with an amount that is none is refused', async () => {
    for (const hard of [{ cpu: 'much' }, { cpu: '-1' }]) {
      const answer = await bench.post(
        `${core()}/resourcequotas`,
        quota('wrong', hard),
      );
      expect([400, 422]).toContain(failure(answer)[0]);
    }
  });

  it('of a deployment whose selector does not match its template is a 422', async () => {
    const wrong = deployment('wrong', 1);
    wrong.spec.selector.matchLabels = { app: 'other' };
    const answer = await bench.post(
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
      wrong,
    );
    const [status, , message] = failure(answer);
    expect(status).toBe(422);
    expect(message).toContain('`selector` does not match template `labels`');
  });

  it.each([
    ['GET', '/api/v1/namespaces?labelSelector=%3D%3D%3D', undefined],
    ['GET', '/api/v1/namespaces?limit=2&continue=nonsense', undefined],
    ['GET', '/api/v1/namespaces?fieldSelector=a', undefined],
    ['GET', '/api/v1/namespaces/%E0%A4%A', undefined],
    ['PATCH', '/api/v1/namespaces/default', '[{"op":"fly"}]'],
    ['POST', '/api/v1/namespaces', '{"metadata":7}'],
    ['POST', '/api/v1/namespaces', '{"metadata":{"name":7}}'],
    ['PUT', '/api/v1/namespaces/default', '{}'],
    ['DELETE', '/api/v1/namespaces/default', '{"preconditions":{"uid":"x"}}'],
  ])('%s %s %s is answered by a 4xx Status', async (method, where, text) => {
    const answer = await bench.send(method, where, text, {
      type:
        method === 'PATCH' ? 'application/json-patch+json' : 'application/json',
    });
    const [status] = failure(answer);
    expect(Math.floor(status / 100)).toBe(4);
  });
});
