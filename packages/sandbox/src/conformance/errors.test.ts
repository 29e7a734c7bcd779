import { configMap, deployment, quota } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

describeConformance('Refusals', cluster => {
  let namespace: string;
  let core: string;
  beforeAll(async () => {
    namespace = await cluster().namespace();
    core = `/api/v1/namespaces/${namespace}`;
  });

  it('of a resource that is not there', async () => {
    for (const where of [
      `${core}/gadgets`,
      `${core}/namespaces`,
      '/apis/apps/v2',
    ]) {
      const answer = await cluster().get(where);
      expect(failure(answer)).toEqual([
        404,
        'NotFound',
        'the server could not find the requested resource',
      ]);
      expect(answer.body.details).toEqual({});
    }
  });

  it('of a group that is not there, in plain text', async () => {
    for (const where of ['/apis/nowhere.example.com/v1/routes', '/nothing']) {
      const { status, text } = await cluster().get(where);
      expect([status, text]).toEqual([404, '404 page not found\n']);
    }
  });

  it('not of a body that names no kind', async () => {
    const { status, body } = await cluster().post(`${core}/configmaps`, {
      metadata: { name: 'kindless' },
    });
    expect([status, body.kind, body.apiVersion]).toEqual([
      201,
      'ConfigMap',
      'v1',
    ]);
  });

  it('of a body that is no JSON', async () => {
    for (const body of ['{"metadata": ', 'hello', '[]', '7']) {
      const answer = await cluster().send('POST', `${core}/configmaps`, body);
      expect(failure(answer).slice(0, 2)).toEqual([400, 'BadRequest']);
    }
  });

  it('of a body of another kind', async () => {
    const answer = await cluster().post(`${core}/configmaps`, quota('q', {}));
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      'ResourceQuota in version "v1" cannot be handled as a ConfigMap: converting (v1.ResourceQuota) to (core.ConfigMap): unknown conversion',
    ]);
  });

  it('of a body of another group', async () => {
    const answer = await cluster().post(
      `${core}/configmaps`,
      deployment('web', 1),
    );
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      'Deployment in version "v1" cannot be handled as a ConfigMap: converting (v1.Deployment) to (core.ConfigMap): unknown conversion',
    ]);
  });

  it('of a body of another version', async () => {
    const answer = await cluster().post(`${core}/configmaps`, {
      ...configMap('a'),
      apiVersion: 'v2',
    });
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      'ConfigMap in version "v2" cannot be handled as a ConfigMap: no kind "ConfigMap" is registered for version "v2" in scheme "pkg/runtime/scheme.go:110"',
    ]);
  });

  it.each(['Upper', 'a..b', '-a', 'a_b', ''])(
    'of the name "%s"',
    async name => {
      const answer = await cluster().post(
        `${core}/configmaps`,
        configMap(name),
      );
      const [status, reason, message] = failure(answer);
      expect([status, reason]).toEqual([422, 'Invalid']);
      expect(message).toContain(
        name
          ? `ConfigMap "${name}" is invalid: metadata.name: Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`
          : 'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
      );
      expect(answer.body.details).toMatchObject({
        ...(name && { name }),
        kind: 'ConfigMap',
        causes: [
          {
            reason: name ? 'FieldValueInvalid' : 'FieldValueRequired',
            field: 'metadata.name',
          },
        ],
      });
    },
  );

  it.each(['a.b', '-a', 'n'.repeat(64)])(
    'of the namespace "%s"',
    async name => {
      const answer = await cluster().post('/api/v1/namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
      const [status, reason, message] = failure(answer);
      expect([status, reason]).toEqual([422, 'Invalid']);
      expect(message).toContain(`metadata.name: Invalid value: "${name}": `);
    },
  );

  it('of labels that are none', async () => {
    const answer = await cluster().post(`${core}/configmaps`, {
      ...configMap('labelled'),
      metadata: { name: 'labelled', labels: { 'a b': 'c', tier: 'x y' } },
    });
    const [status, reason, message] = failure(answer);
    expect([status, reason]).toEqual([422, 'Invalid']);
    expect(message).toContain(
      'metadata.labels: Invalid value: "a b": name part must consist of',
    );
    expect(message).toContain(
      'metadata.labels: Invalid value: "x y": a valid label must be an empty string or consist of',
    );
  });

  it('of an update or an apply that names nothing', async () => {
    const where = `${core}/configmaps/named`;
    const sentence =
      'the name of the object (named based on URL) was undeterminable: name must be provided';
    const put = await cluster().put(where, {});
    expect(failure(put)).toEqual([400, 'BadRequest', sentence]);
    const apply = await cluster().apply(
      where,
      { apiVersion: 'v1', kind: 'ConfigMap' },
      { manager: 'portal' },
    );
    expect(failure(apply)).toEqual([400, 'BadRequest', sentence]);
    const kindless = await cluster().apply(where, {}, { manager: 'portal' });
    expect(failure(kindless)[2]).toBe('invalid object type: /, Kind=');
  });

  it('of a deployment whose selector misses its pods', async () => {
    const wrong = deployment('wrong', 1);
    wrong.spec.selector.matchLabels = { app: 'other' };
    const answer = await cluster().post(
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
      wrong,
    );
    expect(failure(answer)).toEqual([
      422,
      'Invalid',
      'Deployment.apps "wrong" is invalid: spec.template.metadata.labels: Invalid value: {"app":"wrong"}: `selector` does not match template `labels`',
    ]);
    expect(answer.body.details).toMatchObject({
      name: 'wrong',
      group: 'apps',
      kind: 'Deployment',
    });
  });

  it('of a change of a selector', async () => {
    const deployments = `/apis/apps/v1/namespaces/${namespace}/deployments`;
    await cluster().expectCreated(deployments, deployment('fixed', 0));
    const other = deployment('fixed', 0);
    other.spec.selector.matchLabels = { app: 'other' };
    other.spec.template.metadata.labels = { app: 'other' };
    const answer = await cluster().put(`${deployments}/fixed`, other);
    const [status, reason, message] = failure(answer);
    expect([status, reason]).toEqual([422, 'Invalid']);
    expect(message).toContain('spec.selector: Invalid value: ');
    expect(message).toContain('field is immutable');
  });

  it('of a change of what is immutable', async () => {
    await cluster().expectCreated(`${core}/configmaps`, {
      ...configMap('frozen', { a: '1' }),
      immutable: true,
    });
    const answer = await cluster().patch(`${core}/configmaps/frozen`, 'merge', {
      data: { a: '2' },
    });
    expect(failure(answer)).toEqual([
      422,
      'Invalid',
      'ConfigMap "frozen" is invalid: data: Forbidden: field is immutable when `immutable` is set',
    ]);
  });

  it('of a method that the resource does not have', async () => {
    const answer = await cluster().send('PUT', `${core}/configmaps`, {});
    expect(failure(answer)).toEqual([
      405,
      'MethodNotAllowed',
      'the server does not allow this method on the requested resource',
    ]);
  });

  it('of a content type that nobody reads', async () => {
    const answer = await cluster().send('POST', `${core}/configmaps`, 'a', {
      type: 'text/html',
    });
    expect(failure(answer).slice(0, 2)).toEqual([415, 'UnsupportedMediaType']);
  });
});
