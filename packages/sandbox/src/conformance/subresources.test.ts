import type { Answer } from '../kubernetes/tests/ApiClient';
import { deployment } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

describeConformance('Status and scale', cluster => {
  let namespace: string;
  let name: string;
  let where: string;
  beforeAll(async () => {
    namespace = await cluster().namespace();
  });
  beforeEach(async () => {
    name = cluster().unique('web');
    const list = `/apis/apps/v1/namespaces/${namespace}/deployments`;
    where = `${list}/${name}`;
    await cluster().expectCreated(list, deployment(name, 0));
  });

  /** A condition that no controller of a cluster writes or removes. */
  const condition = {
    type: 'caas.io/Checked',
    status: 'True',
    reason: 'Tested',
    message: '',
  };
  const typesOf = ({ body }: Pick<Answer, 'body'>): string[] =>
    (body.status?.conditions ?? []).map(({ type }: { type: string }) => type);

  it('leave the status alone in an ordinary write', async () => {
    const { body } = await cluster().patch(where, 'merge', {
      metadata: { labels: { a: 'b' } },
      status: { conditions: [condition] },
    });
    expect(body.metadata.labels).toEqual({ a: 'b' });
    expect(typesOf({ body })).not.toContain(condition.type);
  });

  it('leave the rest alone in a write of the status', async () => {
    const { status, body } = await cluster().patch(`${where}/status`, 'merge', {
      spec: { replicas: 7 },
      status: { conditions: [condition] },
    });
    expect(status).toBe(200);
    expect(body.spec.replicas).toBe(0);
    expect(typesOf({ body })).toContain(condition.type);
    expect(
      body.metadata.managedFields.find(
        (entry: { subresource?: string }) => entry.subresource === 'status',
      ),
    ).toMatchObject({ operation: 'Update' });
  });

  it('show the whole object at the address of the status', async () => {
    const { status, body } = await cluster().get(`${where}/status`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'Deployment', metadata: { name } });
  });

  it('show the scale', async () => {
    const { status, body } = await cluster().get(`${where}/scale`);
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: 'Scale',
      apiVersion: 'autoscaling/v1',
      metadata: {
        name,
        namespace,
        uid: expect.any(String),
        resourceVersion: expect.any(String),
        creationTimestamp: expect.any(String),
      },
      spec: {},
      status: { replicas: 0, selector: `app=${name}` },
    });
  });

  it('scale by put', async () => {
    const { body: scale } = await cluster().get(`${where}/scale`);
    const { status, body } = await cluster().put(`${where}/scale`, {
      ...scale,
      metadata: { name, namespace },
      spec: { replicas: 2 },
    });
    expect([status, body.kind, body.spec]).toEqual([
      200,
      'Scale',
      { replicas: 2 },
    ]);
    expect((await cluster().get(where)).body.spec.replicas).toBe(2);
    const [conflict, reason] = failure(
      await cluster().put(`${where}/scale`, {
        ...scale,
        spec: { replicas: 1 },
      }),
    );
    expect([conflict, reason]).toEqual([409, 'Conflict']);
  });

  it('scale by patch', async () => {
    const { status, body } = await cluster().patch(`${where}/scale`, 'merge', {
      spec: { replicas: 3 },
    });
    expect([status, body.kind, body.spec]).toEqual([
      200,
      'Scale',
      { replicas: 3 },
    ]);
    expect((await cluster().get(where)).body.spec.replicas).toBe(3);
  });

  it('refuse fewer replicas than none', async () => {
    const answer = await cluster().patch(`${where}/scale`, 'merge', {
      spec: { replicas: -1 },
    });
    const [status, reason, message] = failure(answer);
    expect([status, reason]).toEqual([422, 'Invalid']);
    expect(message).toContain(
      'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    );
  });

  it('answer 404 to a subresource that the kind lacks', async () => {
    const at = `/api/v1/namespaces/${namespace}/configmaps/any/scale`;
    expect(failure(await cluster().get(at))).toEqual([
      404,
      'NotFound',
      'the server could not find the requested resource',
    ]);
  });
});
