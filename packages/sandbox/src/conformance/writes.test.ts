import { configMap } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

describeConformance('Create, update and delete', cluster => {
  let list: string;
  let namespace: string;
  beforeAll(async () => {
    namespace = await cluster().namespace();
    list = `/api/v1/namespaces/${namespace}/configmaps`;
  });

  it('create with what the server adds, and nothing that the client claims of it', async () => {
    const { status, body } = await cluster().post(list, {
      ...configMap('new', { a: '1' }),
      metadata: {
        name: 'new',
        uid: 'mine',
        creationTimestamp: '2000-01-01T00:00:00Z',
        generation: 7,
      },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      data: { a: '1' },
      metadata: { name: 'new', namespace },
    });
    expect(body.metadata.uid).not.toBe('mine');
    expect(body.metadata.creationTimestamp).not.toMatch(/^2000/);
  });

  it('refuse a version in what is new', async () => {
    const answer = await cluster().post(list, {
      ...configMap('versioned'),
      metadata: { name: 'versioned', resourceVersion: '7' },
    });
    expect(failure(answer)).toEqual([
      500,
      undefined,
      'resourceVersion should not be set on objects to be created',
    ]);
  });

  it('make a name from its beginning', async () => {
    const names = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      const { metadata } = await cluster().expectCreated(list, {
        ...configMap(''),
        metadata: { generateName: 'made-' },
      });
      expect(metadata.name).toMatch(/^made-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
      expect(metadata.generateName).toBe('made-');
      names.add(metadata.name);
    }
    expect(names.size).toBe(3);
  });

  it('refuse what is there already', async () => {
    await cluster().expectCreated(list, configMap('twice'));
    const answer = await cluster().post(list, configMap('twice'));
    expect(failure(answer)).toEqual([
      409,
      'AlreadyExists',
      'configmaps "twice" already exists',
    ]);
    expect(answer.body.details).toEqual({ name: 'twice', kind: 'configmaps' });
  });

  it('update what has not changed meanwhile', async () => {
    const before = await cluster().expectCreated(list, configMap('fresh'));
    const update = (value: string) =>
      cluster().put(`${list}/fresh`, { ...before, data: { value } });
    const first = await update('1');
    expect([first.status, first.body.data]).toEqual([200, { value: '1' }]);
    expect(first.body.metadata.uid).toBe(before.metadata.uid);
    const second = await update('2');
    expect(failure(second)).toEqual([
      409,
      'Conflict',
      'Operation cannot be fulfilled on configmaps "fresh": the object has been modified; please apply your changes to the latest version and try again',
    ]);
    expect(second.body.details).toEqual({ name: 'fresh', kind: 'configmaps' });
  });

  it('update without a version, whatever is there', async () => {
    await cluster().expectCreated(list, configMap('blind', { a: '1' }));
    const { status, body } = await cluster().put(
      `${list}/blind`,
      configMap('blind', { b: '2' }),
    );
    expect([status, body.data]).toEqual([200, { b: '2' }]);
  });

  it('write nothing when an update changes nothing', async () => {
    const before = await cluster().expectCreated(list, configMap('same'));
    const { body } = await cluster().put(`${list}/same`, before);
    expect(body.metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it('refuse to update what is not there', async () => {
    const answer = await cluster().put(`${list}/absent`, configMap('absent'));
    expect(failure(answer)).toEqual([
      404,
      'NotFound',
      'configmaps "absent" not found',
    ]);
  });

  it('refuse a name that is not that of the address', async () => {
    await cluster().expectCreated(list, configMap('address'));
    const answer = await cluster().put(`${list}/address`, configMap('other'));
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      'the name of the object (other) does not match the name on the URL (address)',
    ]);
  });

  it('refuse a namespace that is not that of the address', async () => {
    const answer = await cluster().post(list, {
      ...configMap('elsewhere'),
      metadata: { name: 'elsewhere', namespace: 'default' },
    });
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      'the namespace of the provided object does not match the namespace sent on the request',
    ]);
  });

  it('refuse an update that means another object', async () => {
    await cluster().expectCreated(list, configMap('uid'));
    const answer = await cluster().put(`${list}/uid`, {
      ...configMap('uid'),
      metadata: { name: 'uid', uid: 'of-another' },
    });
    expect(failure(answer)).toEqual([
      409,
      'Conflict',
      expect.stringMatching(
        /^Operation cannot be fulfilled on configmaps "uid": StorageError: invalid object, Code: 4, Key: \S+, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: of-another, UID in object meta: \S+$/,
      ),
    ]);
  });

  it('delete at once what nothing holds, and say so', async () => {
    const { metadata } = await cluster().expectCreated(list, configMap('gone'));
    const { status, body } = await cluster().delete(`${list}/gone`);
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: { name: 'gone', kind: 'configmaps', uid: metadata.uid },
    });
    expect((await cluster().get(`${list}/gone`)).status).toBe(404);
    const again = await cluster().delete(`${list}/gone`);
    expect(failure(again)[2]).toBe('configmaps "gone" not found');
  });

  it('delete only what the preconditions mean', async () => {
    const { metadata } = await cluster().expectCreated(
      list,
      configMap('exact'),
    );
    const where = `${list}/exact`;
    const other = await cluster().delete(where, {
      preconditions: { uid: 'of-another' },
    });
    expect(failure(other)).toEqual([
      409,
      'Conflict',
      `Operation cannot be fulfilled on ConfigMap "exact": the UID in the precondition (of-another) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    ]);
    const older = await cluster().delete(where, {
      preconditions: { resourceVersion: '1' },
    });
    expect(failure(older)).toEqual([
      409,
      'Conflict',
      `Operation cannot be fulfilled on ConfigMap "exact": the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    ]);
    const { uid, resourceVersion } = metadata;
    const { status } = await cluster().delete(where, {
      preconditions: { uid, resourceVersion },
    });
    expect(status).toBe(200);
  });

  it('try without keeping anything', async () => {
    const created = await cluster().post(
      `${list}?dryRun=All`,
      configMap('dry'),
    );
    expect(created.status).toBe(201);
    expect(created.body.metadata.uid).toEqual(expect.any(String));
    expect((await cluster().get(`${list}/dry`)).status).toBe(404);
    await cluster().expectCreated(list, configMap('dry', { a: '1' }));
    const updated = await cluster().put(
      `${list}/dry?dryRun=All`,
      configMap('dry', { a: '2' }),
    );
    expect([updated.status, updated.body.data]).toEqual([200, { a: '2' }]);
    const deleted = await cluster().delete(`${list}/dry?dryRun=All`);
    expect(deleted.status).toBe(200);
    expect((await cluster().get(`${list}/dry`)).body.data).toEqual({ a: '1' });
  });

  it('refuse a dry run of another kind', async () => {
    const answer = await cluster().post(
      `${list}?dryRun=Some`,
      configMap('some'),
    );
    const [status, reason, message] = failure(answer);
    expect([status, reason]).toEqual([422, 'Invalid']);
    expect(message).toContain('dryRun: Unsupported value: ["Some"]');
  });

  it('count generations of what is asked for, and not of labels', async () => {
    const where = `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`;
    const { metadata } = await cluster().expectCreated(where, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'policy' },
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    });
    expect(metadata.generation).toBe(1);
    const labelled = await cluster().patch(`${where}/policy`, 'merge', {
      metadata: { labels: { a: 'b' } },
    });
    expect(labelled.body.metadata.generation).toBe(1);
    const changed = await cluster().patch(`${where}/policy`, 'merge', {
      spec: { podSelector: { matchLabels: { a: 'b' } } },
    });
    expect(changed.body.metadata.generation).toBe(2);
  });

  it('store what is written in secrets as text among the others', async () => {
    const { body } = await cluster().post(
      `/api/v1/namespaces/${namespace}/secrets`,
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'text' },
        stringData: { password: 'geheim' },
      },
    );
    expect(body.data).toEqual({ password: 'Z2VoZWlt' });
    expect(body).not.toHaveProperty('stringData');
  });
});
