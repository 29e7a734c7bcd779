import { ClusterBench } from './ClusterBench';
import { configMap, deployment } from './objects';

describe('Server-side apply by several managers', () => {
  let bench: ClusterBench;
  let namespace: string;
  let where: string;
  beforeAll(async () => {
    bench = await ClusterBench.start();
  });
  beforeEach(async () => {
    namespace = await bench.namespace();
    where = `/api/v1/namespaces/${namespace}/configmaps/settings`;
  });
  afterAll(() => bench.close());

  const apply = (
    manager: string,
    data: Record<string, string>,
    force = false,
  ) => bench.apply(where, configMap('settings', data), { manager, force });

  it('names the other manager and the field, and changes nothing', async () => {
    await apply('portal', { level: 'info', colour: 'red' });
    const { status, body } = await apply('life', { level: 'debug' });
    expect({ status, body }).toEqual({
      status: 409,
      body: {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message:
          'Apply failed with 1 conflict: conflict with "portal": .data.level',
        reason: 'Conflict',
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "portal"',
              field: '.data.level',
            },
          ],
        },
        code: 409,
      },
    });
    const { data } = (await bench.get(where)).body;
    expect(data).toEqual({ level: 'info', colour: 'red' });
  });

  it('names a person who edited by hand, and when', async () => {
    await apply('portal', { level: 'info' });
    const live = (await bench.get(where)).body;
    await bench.send('PUT', `${where}?fieldManager=kubectl-edit`, {
      ...live,
      data: { level: 'debug' },
    });
    const { status, body } = await apply('portal', { level: 'info' });
    expect(status).toBe(409);
    expect(body.message).toMatch(
      /^Apply failed with 1 conflict: conflict with "kubectl-edit" using v1( at \S+Z)?: \.data\.level$/,
    );
  });

  it('lets force take the field, and the other then conflicts', async () => {
    await apply('portal', { level: 'info' });
    const taken = await apply('life', { level: 'debug' }, true);
    expect(taken.status).toBe(200);
    expect(taken.body.data).toEqual({ level: 'debug' });
    const again = await apply('portal', { level: 'info' });
    expect(again.status).toBe(409);
    expect(again.body.message).toContain('conflict with "life": .data.level');
  });

  it('removes a field that its only owner no longer sends', async () => {
    await apply('portal', { level: 'info', colour: 'red' });
    await apply('life', { level: 'info' });
    const { body } = await apply('portal', {});
    expect(body.data).toEqual({ level: 'info' });
  });

  it('lets a manager change nothing without a new version', async () => {
    const first = await apply('portal', { level: 'info' });
    const second = await apply('portal', { level: 'info' });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.metadata.resourceVersion).toBe(
      first.body.metadata.resourceVersion,
    );
  });

  it('asks who applies', async () => {
    const { status, body } = await bench.send(
      'PATCH',
      where,
      configMap('settings'),
      { type: 'application/apply-patch+yaml' },
    );
    expect(status).toBe(422);
    expect(body.message).toContain('fieldManager: Required value');
  });

  it('stores nothing on a dry run', async () => {
    const { status, body } = await bench.send(
      'PATCH',
      `${where}?fieldManager=portal&dryRun=All`,
      configMap('settings', { level: 'info' }),
      { type: 'application/apply-patch+yaml' },
    );
    expect([status, body.data]).toEqual([201, { level: 'info' }]);
    expect((await bench.get(where)).status).toBe(404);
  });

  it('leaves the status of a deployment to its controllers', async () => {
    const address = `/apis/apps/v1/namespaces/${namespace}/deployments/web`;
    const sent = { ...deployment('web', 1), status: { readyReplicas: 9 } };
    const { status, body } = await bench.apply(address, sent, {
      manager: 'portal',
    });
    expect(status).toBe(201);
    expect(body.status?.readyReplicas).not.toBe(9);
  });

  it('lets only one of two managers at once have the field', async () => {
    await apply('portal', { other: '1' });
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(name => apply(name, { level: name })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409]);
  });
});
