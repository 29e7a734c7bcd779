import { configMap, deployment } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

type Entry = { manager: string; operation: string; subresource?: string };

/** What of `managedFields` does not change from run to run. */
const managersOf = (body: { metadata: { managedFields?: Entry[] } }) =>
  (body.metadata.managedFields ?? [])
    .map(({ time: _, ...entry }: Entry & { time?: string }) => entry)
    .sort((one, other) => one.manager.localeCompare(other.manager));

const fields = (...names: string[]) =>
  Object.fromEntries(names.map(name => [`f:${name}`, {}]));

const NOBODYS_UID = '0d1f6a5e-1c2b-4a57-9a0e-3b8f3d6c9a11';

describeConformance('Server-side apply', cluster => {
  let namespace: string;
  let list: string;
  let name: string;
  let where: string;
  beforeAll(async () => {
    namespace = await cluster().namespace();
    list = `/api/v1/namespaces/${namespace}/configmaps`;
  });
  beforeEach(() => {
    name = cluster().unique('settings');
    where = `${list}/${name}`;
  });

  const apply = (
    manager: string,
    data: Record<string, string>,
    force = false,
  ) => cluster().apply(where, configMap(name, data), { manager, force });

  const applyTo = (uid: string, data: Record<string, string>) => {
    const object = configMap(name, data);
    return cluster().apply(
      where,
      { ...object, metadata: { ...object.metadata, uid } },
      { manager: 'portal' },
    );
  };

  it('creates what is not there, and says who has which field', async () => {
    const { status, body } = await apply('portal', { level: 'info' });
    expect(status).toBe(201);
    expect(managersOf(body)).toEqual([
      {
        manager: 'portal',
        operation: 'Apply',
        apiVersion: 'v1',
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:data': fields('level') },
      },
    ]);
    expect(body.metadata.managedFields[0].time).toMatch(/^\d{4}-.*Z$/);
  });

  it('changes nothing when applied again', async () => {
    const first = await apply('portal', { level: 'info' });
    const second = await apply('portal', { level: 'info' });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.metadata).toEqual(first.body.metadata);
  });

  it('makes nothing of an object that is named by a UID and is not there', async () => {
    const answer = await applyTo(NOBODYS_UID, { level: 'info' });
    expect(failure(answer)).toEqual([
      409,
      'Conflict',
      `Operation cannot be fulfilled on configmaps "${name}": uid mismatch: the provided object specified uid ${NOBODYS_UID}, and no existing object was found`,
    ]);
    expect((await cluster().get(where)).status).toBe(404);
  });

  it('leaves an object alone that has another UID than the one it is named by', async () => {
    const before = await apply('portal', { level: 'info' });
    const answer = await applyTo(NOBODYS_UID, { level: 'debug' });
    expect(failure(answer)).toEqual([
      422,
      'Invalid',
      `ConfigMap "${name}" is invalid: metadata.uid: Invalid value: "${NOBODYS_UID}": field is immutable`,
    ]);
    const own = await applyTo(before.body.metadata.uid, { level: 'debug' });
    expect(own.status).toBe(200);
    expect(own.body.data).toEqual({ level: 'debug' });
    expect(managersOf(own.body)[0]).toMatchObject({
      fieldsV1: { 'f:data': fields('level') },
    });
  });

  it('names the other manager and the field in a conflict, and changes nothing', async () => {
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
    const { data } = (await cluster().get(where)).body;
    expect(data).toEqual({ level: 'info', colour: 'red' });
  });

  it('names several fields of several managers', async () => {
    await apply('portal', { a: '1', b: '1' });
    await apply('life', { c: '1' });
    const answer = await apply('property', { a: '2', b: '2', c: '2' });
    const [status, , message] = failure(answer);
    expect(status).toBe(409);
    expect(message).toBe(
      'Apply failed with 3 conflicts: conflicts with "life":\n- .data.c\nconflicts with "portal":\n- .data.a\n- .data.b',
    );
  });

  it('names who edited by hand, and when', async () => {
    const { body } = await apply('portal', { level: 'info' });
    await cluster().put(`${where}?fieldManager=kubectl-edit`, {
      ...body,
      data: { level: 'debug' },
    });
    const answer = await apply('portal', { level: 'info' });
    expect(failure(answer)[2]).toMatch(
      /^Apply failed with 1 conflict: conflict with "kubectl-edit" using v1( at \S+Z)?: \.data\.level$/,
    );
  });

  it('shares a field with whom agrees', async () => {
    await apply('portal', { level: 'info' });
    const { status, body } = await apply('life', { level: 'info' });
    expect(status).toBe(200);
    expect(managersOf(body).map(({ manager }) => manager)).toEqual([
      'life',
      'portal',
    ]);
  });

  it('takes the field by force, and the other then conflicts', async () => {
    await apply('portal', { level: 'info' });
    const taken = await apply('life', { level: 'debug' }, true);
    expect([taken.status, taken.body.data]).toEqual([200, { level: 'debug' }]);
    expect(managersOf(taken.body).map(({ manager }) => manager)).toEqual([
      'life',
    ]);
    const again = await apply('portal', { level: 'info' });
    expect(failure(again)[2]).toContain('conflict with "life": .data.level');
  });

  it('removes what its only owner no longer sends, and keeps what others have', async () => {
    await apply('portal', { level: 'info', colour: 'red' });
    await apply('life', { level: 'info' });
    const { body } = await apply('portal', {});
    expect(body.data).toEqual({ level: 'info' });
  });

  it('asks who applies', async () => {
    const answer = await cluster().patch(where, 'apply', configMap(name));
    expect(failure(answer)).toEqual([
      422,
      'Invalid',
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    ]);
  });

  it('takes YAML', async () => {
    const { status, body } = await cluster().patch(
      `${where}?fieldManager=portal`,
      'apply',
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  level: info\n`,
    );
    expect([status, body.data]).toEqual([201, { level: 'info' }]);
  });

  it('refuses managed fields in what is applied', async () => {
    const answer = await cluster().apply(
      where,
      {
        ...configMap(name),
        metadata: { name, managedFields: [{ manager: 'me' }] },
      },
      { manager: 'portal' },
    );
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      'metadata.managedFields must be nil',
    ]);
  });

  it('refuses an object of another name or kind', async () => {
    const named = await cluster().apply(where, configMap('other'), {
      manager: 'portal',
    });
    expect(failure(named)).toEqual([
      400,
      'BadRequest',
      `the name of the object (other) does not match the name on the URL (${name})`,
    ]);
    const kind = await cluster().apply(
      where,
      { ...configMap(name), kind: 'Secret' },
      { manager: 'portal' },
    );
    expect(failure(kind)[0]).toBe(400);
  });

  it('refuses a field that the kind does not have', async () => {
    const answer = await cluster().apply(
      where,
      { ...configMap(name), colour: 'red' },
      { manager: 'portal' },
    );
    const [status, , message] = failure(answer);
    expect(status).toBe(500);
    expect(message).toContain('.colour: field not declared in schema');
  });

  it('stores nothing on a dry run', async () => {
    const { status, body } = await cluster().patch(
      `${where}?fieldManager=portal&dryRun=All`,
      'apply',
      configMap(name, { level: 'info' }),
    );
    expect([status, body.data]).toEqual([201, { level: 'info' }]);
    expect((await cluster().get(where)).status).toBe(404);
  });

  it('lets only one of several at once have the field', async () => {
    await apply('portal', { other: '1' });
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(manager => apply(manager, { level: manager })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 409, 409, 409,
    ]);
  });

  it('tells an update from an apply of the same manager', async () => {
    await cluster().post(
      `${list}?fieldManager=portal`,
      configMap(name, { a: '1' }),
    );
    const { body } = await apply('portal', { a: '1', b: '2' });
    expect(managersOf(body)).toEqual([
      expect.objectContaining({
        operation: 'Apply',
        fieldsV1: { 'f:data': fields('a', 'b') },
      }),
      expect.objectContaining({
        operation: 'Update',
        fieldsV1: { 'f:data': { '.': {}, ...fields('a') } },
      }),
    ]);
  });

  it('does not store an empty map, which the next manager then cannot share', async () => {
    const first = await apply('portal', {});
    expect(first.body).not.toHaveProperty('data');
    expect((await apply('portal', {})).status).toBe(200);
    expect(failure(await apply('life', {}))[2]).toBe(
      'Apply failed with 1 conflict: conflict with "portal": .data',
    );
  });

  it('keeps the status of a deployment to its controllers', async () => {
    const at = `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`;
    const { status, body } = await cluster().apply(
      at,
      { ...deployment(name, 0), status: { readyReplicas: 9 } },
      { manager: 'portal' },
    );
    expect(status).toBe(201);
    expect(body.status?.readyReplicas).toBeUndefined();
    expect(JSON.stringify(body.metadata.managedFields)).not.toContain(
      'f:status',
    );
  });

  it('merges containers by name and ports by number and protocol', async () => {
    const at = `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`;
    const of = (container: object) => {
      const body = deployment(name, 0);
      body.spec.template.spec.containers = [
        { ...body.spec.template.spec.containers[0], ...container },
      ];
      return body;
    };
    await cluster().apply(at, of({ ports: [{ containerPort: 80 }] }), {
      manager: 'portal',
    });
    const { status, text, body } = await cluster().apply(
      at,
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name },
        spec: {
          template: {
            spec: {
              containers: [
                {
                  name: 'main',
                  ports: [{ containerPort: 80, protocol: 'UDP' }],
                },
                { name: 'side', image: 'side:1' },
              ],
            },
          },
        },
      },
      { manager: 'mesh' },
    );
    if (status !== 200) throw new Error(text);
    const { containers } = body.spec.template.spec;
    expect(containers.map((each: { name: string }) => each.name)).toEqual([
      'main',
      'side',
    ]);
    expect(containers[0].ports).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ containerPort: 80, protocol: 'UDP' }),
        expect.objectContaining({ containerPort: 80, protocol: 'TCP' }),
      ]),
    );
    const mesh = managersOf(body).find(({ manager }) => manager === 'mesh');
    expect(mesh).toMatchObject({
      fieldsV1: {
        'f:spec': {
          'f:template': {
            'f:spec': {
              'f:containers': {
                'k:{"name":"main"}': {
                  'f:ports': {
                    'k:{"containerPort":80,"protocol":"UDP"}': {
                      '.': {},
                      'f:containerPort': {},
                    },
                  },
                },
                'k:{"name":"side"}': { '.': {}, ...fields('name', 'image') },
              },
            },
          },
        },
      },
    });
  });

  it('keeps its set of finalizers apart from those of others', async () => {
    const at = (finalizers: string[], manager: string) =>
      cluster().apply(
        where,
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name, finalizers },
        },
        { manager },
      );
    await at(['caas.io/one'], 'portal');
    await at(['caas.io/two'], 'life');
    const { body } = await at([], 'portal');
    expect(body.metadata.finalizers).toEqual(['caas.io/two']);
    await at([], 'life');
  });
});
