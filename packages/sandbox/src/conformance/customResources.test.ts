import { failure, namesOf } from './answers';
import { describeConformance } from './describeConformance';

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

describeConformance('Custom resources', cluster => {
  let group: string;
  let definition: string;
  let namespace: string;
  let list: string;
  beforeAll(async () => {
    group = `${cluster().unique('group')}.caas.io`;
    definition = `${DEFINITIONS}/gadgets.${group}`;
    namespace = await cluster().namespace();
    list = `/apis/${group}/v1/namespaces/${namespace}/gadgets`;
    cluster().deleteAtEnd(definition);
    await cluster().expectCreated(DEFINITIONS, gadgets(group));
    await cluster().eventually(definition, ({ body }) =>
      body.status?.conditions?.some(
        (each: { type: string; status: string }) =>
          each.type === 'Established' && each.status === 'True',
      ),
    );
    await cluster().eventually(list, ({ status }) => status === 200);
  });

  const gadget = (name: string, spec: object) => ({
    apiVersion: `${group}/v1`,
    kind: 'Gadget',
    metadata: { name },
    spec,
  });

  it('are described by a definition that is established', async () => {
    const { body } = await cluster().get(definition);
    expect(body).toMatchObject({
      spec: {
        conversion: { strategy: 'None' },
        names: {
          plural: 'gadgets',
          singular: 'gadget',
          kind: 'Gadget',
          listKind: 'GadgetList',
        },
      },
      status: {
        acceptedNames: { kind: 'Gadget', listKind: 'GadgetList' },
        storedVersions: ['v1'],
      },
    });
  });

  it('are discovered', async () => {
    const { body } = await cluster().eventually(
      `/apis/${group}/v1`,
      ({ status }) => status === 200,
    );
    expect(body.resources).toContainEqual(
      expect.objectContaining({
        name: 'gadgets',
        singularName: 'gadget',
        namespaced: true,
        kind: 'Gadget',
        shortNames: ['gd'],
      }),
    );
    expect(body.resources).toContainEqual(
      expect.objectContaining({ name: 'gadgets/status', kind: 'Gadget' }),
    );
  });

  it('are created with defaults, and without what the schema does not know', async () => {
    const { status, body } = await cluster().post(
      list,
      gadget('a', { size: 3, unknown: true, free: { any: 'thing' } }),
    );
    expect(status).toBe(201);
    expect(body.spec).toEqual({
      size: 3,
      colour: 'red',
      free: { any: 'thing' },
    });
    expect(body.metadata.generation).toBe(1);
    const all = await cluster().get(list);
    expect(all.body).toMatchObject({
      kind: 'GadgetList',
      apiVersion: `${group}/v1`,
    });
    expect(namesOf(all)).toContain('a');
  });

  it('are refused when they are not what the schema says', async () => {
    const type = await cluster().post(list, gadget('b', { size: 'big' }));
    expect(failure(type)).toEqual([
      422,
      'Invalid',
      `Gadget.${group} "b" is invalid: spec.size: Invalid value: "string": spec.size in body must be of type integer: "string"`,
    ]);
    expect(type.body.details).toEqual({
      name: 'b',
      group,
      kind: 'Gadget',
      causes: [
        {
          reason: 'FieldValueTypeInvalid',
          message:
            'Invalid value: "string": spec.size in body must be of type integer: "string"',
          field: 'spec.size',
        },
      ],
    });
    const several = await cluster().post(
      list,
      gadget('b', { colour: 'pink', name: 'X' }),
    );
    const [status, , message] = failure(several);
    expect(status).toBe(422);
    expect(message).toContain('spec.size: Required value');
    expect(message).toContain(
      'spec.colour: Unsupported value: "pink": supported values: "red", "blue"',
    );
    expect(message).toContain(
      `spec.name: Invalid value: "X": spec.name in body should match '^[a-z]+$'`,
    );
    const low = await cluster().post(list, gadget('b', { size: 0 }));
    expect(failure(low)[2]).toContain(
      'spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1',
    );
  });

  it('are refused for an unknown field when the client is strict', async () => {
    const answer = await cluster().post(
      `${list}?fieldValidation=Strict`,
      gadget('strict', { size: 1, unknown: true }),
    );
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      'Gadget in version "v1" cannot be handled as a Gadget: strict decoding error: unknown field "spec.unknown"',
    ]);
  });

  it('are applied, with managers and conflicts', async () => {
    const where = `${list}/applied`;
    const apply = (manager: string, size: number) =>
      cluster().apply(where, gadget('applied', { size }), { manager });
    const first = await apply('portal', 1);
    expect(first.status).toBe(201);
    expect(first.body.metadata.managedFields[0]).toMatchObject({
      manager: 'portal',
      operation: 'Apply',
      apiVersion: `${group}/v1`,
      fieldsV1: { 'f:spec': { 'f:size': {} } },
    });
    const conflict = await apply('life', 2);
    expect(failure(conflict)[2]).toBe(
      'Apply failed with 1 conflict: conflict with "portal": .spec.size',
    );
  });

  it('have a status of their own, and generations of the rest', async () => {
    const where = `${list}/status`;
    await cluster().expectCreated(list, {
      ...gadget('status', { size: 1 }),
      status: { phase: 'Ready' },
    });
    expect((await cluster().get(where)).body).not.toHaveProperty('status');
    const ready = await cluster().patch(`${where}/status`, 'merge', {
      spec: { size: 9 },
      status: { phase: 'Ready' },
    });
    expect(ready.body).toMatchObject({
      metadata: { generation: 1 },
      spec: { size: 1 },
      status: { phase: 'Ready' },
    });
    const grown = await cluster().patch(where, 'merge', { spec: { size: 2 } });
    expect(grown.body).toMatchObject({
      metadata: { generation: 2 },
      status: { phase: 'Ready' },
    });
  });

  it('take no strategic merge patch', async () => {
    await cluster().expectCreated(list, gadget('patched', { size: 1 }));
    const answer = await cluster().patch(`${list}/patched`, 'strategic', {
      spec: { size: 2 },
    });
    expect(failure(answer).slice(0, 2)).toEqual([415, 'UnsupportedMediaType']);
  });

  it('are watched, and not from before their definition', async () => {
    const { body } = await cluster().get(list);
    const { resourceVersion } = body.metadata;
    const watch = await cluster().watch(
      `${list}?watch=1&resourceVersion=${resourceVersion}`,
    );
    await cluster().expectCreated(list, gadget('seen', { size: 1 }));
    expect(await watch.take(1)).toEqual(['ADDED seen']);
    watch.close();
    const old = await cluster().watch(`${list}?watch=1&resourceVersion=1`);
    const line = await old.next();
    old.close();
    expect(line).toMatchObject({
      type: 'ERROR',
      object: {
        kind: 'Status',
        status: 'Failure',
        code: 410,
        reason: 'Expired',
        message: expect.stringMatching(/^too old resource version: 1 \(\d+\)$/),
      },
    });
  });

  it('are refused a definition whose name is not that of its kind', async () => {
    const answer = await cluster().post(DEFINITIONS, {
      ...gadgets(group),
      metadata: { name: `other.${group}` },
    });
    const [status, reason, message] = failure(answer);
    expect([status, reason]).toEqual([422, 'Invalid']);
    expect(message).toContain('must be spec.names.plural+"."+spec.group');
  });

  it('go with their definition', async () => {
    const passing = `${cluster().unique('passing')}.caas.io`;
    const where = `${DEFINITIONS}/gadgets.${passing}`;
    const instances = `/apis/${passing}/v1/namespaces/${namespace}/gadgets`;
    await cluster().expectCreated(DEFINITIONS, gadgets(passing));
    await cluster().eventually(instances, ({ status }) => status === 200);
    await cluster().expectCreated(instances, {
      ...gadget('last', { size: 1 }),
      apiVersion: `${passing}/v1`,
    });
    const { status } = await cluster().delete(where);
    expect(status).toBe(200);
    await cluster().eventually(where, answer => answer.status === 404);
    await cluster().eventually(instances, answer => answer.status === 404);
  });
});

function gadgets(group: string) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `gadgets.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'gadgets', kind: 'Gadget', shortNames: ['gd'] },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: {
                  type: 'object',
                  required: ['size'],
                  properties: {
                    size: { type: 'integer', minimum: 1 },
                    name: { type: 'string', pattern: '^[a-z]+$' },
                    colour: {
                      type: 'string',
                      enum: ['red', 'blue'],
                      default: 'red',
                    },
                    free: {
                      type: 'object',
                      'x-kubernetes-preserve-unknown-fields': true,
                    },
                  },
                },
                status: {
                  type: 'object',
                  properties: { phase: { type: 'string' } },
                },
              },
            },
          },
        },
      ],
    },
  };
}
