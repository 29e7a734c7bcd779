import { configMap } from '../kubernetes/tests/objects';
import { failure, namesOf } from './answers';
import { describeConformance } from './describeConformance';

describeConformance('Get and list', cluster => {
  let namespace: string;
  /** Secrets, as a real cluster puts config maps of its own into each namespace. */
  let list: string;
  beforeAll(async () => {
    namespace = await cluster().namespace();
    list = `/api/v1/namespaces/${namespace}/secrets`;
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await cluster().expectCreated(list, {
        ...configMap(name),
        kind: 'Secret',
        data: { value: 'MQ==' },
      });
    }
  });

  it('gives an object with what the server knows of it', async () => {
    const { status, body } = await cluster().get(`${list}/a`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'Secret',
      apiVersion: 'v1',
      type: 'Opaque',
      data: { value: 'MQ==' },
      metadata: {
        name: 'a',
        namespace,
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resourceVersion: expect.stringMatching(/^\d+$/),
        creationTimestamp: expect.stringMatching(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
        ),
      },
    });
  });

  it('lists in the order of names, and says the kind once', async () => {
    const answer = await cluster().get(list);
    expect(answer.body).toMatchObject({
      kind: 'SecretList',
      apiVersion: 'v1',
      metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
    });
    expect(namesOf(answer)).toEqual(['a', 'b', 'c', 'd', 'e']);
    for (const item of answer.body.items) {
      expect(item).not.toHaveProperty('kind');
      expect(item).not.toHaveProperty('apiVersion');
    }
  });

  it('lists over all namespaces', async () => {
    const { body } = await cluster().get('/api/v1/secrets');
    const ours = body.items.filter(
      (item: { metadata: { namespace: string } }) =>
        item.metadata.namespace === namespace,
    );
    expect(ours).toHaveLength(5);
  });

  it('answers an empty list, not null', async () => {
    const where = `/api/v1/namespaces/${namespace}/services`;
    const { status, body } = await cluster().get(where);
    expect([status, body.items]).toEqual([200, []]);
  });

  it('answers an empty list for a namespace that is not there', async () => {
    const { status, body } = await cluster().get(
      `/api/v1/namespaces/${cluster().unique()}/services`,
    );
    expect([status, body.items]).toEqual([200, []]);
  });

  it('pages, each page of the state of the first', async () => {
    const first = await cluster().get(`${list}?limit=2`);
    expect(namesOf(first)).toEqual(['a', 'b']);
    expect(first.body.metadata.remainingItemCount).toBe(3);
    await cluster().expectCreated(list, { ...configMap('bb'), kind: 'Secret' });
    const next = encodeURIComponent(first.body.metadata.continue);
    const second = await cluster().get(`${list}?limit=2&continue=${next}`);
    await cluster().delete(`${list}/bb`);
    expect(namesOf(second)).toEqual(['c', 'd']);
    expect(second.body.metadata.resourceVersion).toBe(
      first.body.metadata.resourceVersion,
    );
    expect(second.body.metadata.remainingItemCount).toBe(1);
    const last = encodeURIComponent(second.body.metadata.continue);
    const third = await cluster().get(`${list}?limit=2&continue=${last}`);
    expect(namesOf(third)).toEqual(['e']);
    expect(third.body.metadata).not.toHaveProperty('continue');
    expect(third.body.metadata).not.toHaveProperty('remainingItemCount');
  });

  it('does not say how many remain when a selector chooses', async () => {
    const { body } = await cluster().get(
      `${list}?limit=2&labelSelector=${encodeURIComponent('!nothing')}`,
    );
    expect(body.metadata.continue).toEqual(expect.any(String));
    expect(body.metadata).not.toHaveProperty('remainingItemCount');
  });

  it('refuses a token to continue that it did not give', async () => {
    const answer = await cluster().get(`${list}?limit=2&continue=nonsense`);
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      expect.stringContaining('continue key is not valid'),
    ]);
  });

  it('refuses a limit that is no number', async () => {
    const [status, reason] = failure(await cluster().get(`${list}?limit=two`));
    expect([status, reason]).toEqual([400, 'BadRequest']);
  });

  it('refuses a version that is none', async () => {
    const answer = await cluster().get(`${list}?resourceVersion=yesterday`);
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      'invalid resource version: resourceVersion: Invalid value: "yesterday": strconv.ParseUint: parsing "yesterday": invalid syntax',
    ]);
  });

  it('refuses a version from the future', async () => {
    const answer = await cluster().get(
      `${list}?resourceVersion=99999999999&resourceVersionMatch=Exact`,
    );
    expect(failure(answer)).toEqual([
      504,
      'Timeout',
      expect.stringMatching(
        /^Timeout: Too large resource version: 99999999999, current: \d+$/,
      ),
    ]);
    expect(answer.body.details).toEqual({
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    });
  });

  it('names what is not there', async () => {
    const answer = await cluster().get(`${list}/none`);
    expect(failure(answer)).toEqual([
      404,
      'NotFound',
      'secrets "none" not found',
    ]);
    expect(answer.body.details).toEqual({ name: 'none', kind: 'secrets' });
  });

  it('gives the table that kubectl shows', async () => {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io';
    const { body } = await cluster().get(list, { accept });
    expect(body).toMatchObject({ kind: 'Table', apiVersion: 'meta.k8s.io/v1' });
    const columns = body.columnDefinitions
      .filter(({ priority }: { priority: number }) => priority === 0)
      .map(({ name }: { name: string }) => name);
    expect(columns).toEqual(['Name', 'Type', 'Data', 'Age']);
    expect(body.rows[0].cells.slice(0, 3)).toEqual(['a', 'Opaque', 1]);
    expect(body.rows[0].object).toMatchObject({
      kind: 'PartialObjectMetadata',
      apiVersion: 'meta.k8s.io/v1',
      metadata: { name: 'a' },
    });
  });

  it('gives the metadata alone when asked', async () => {
    const accept =
      'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io';
    const one = await cluster().get(`${list}/a`, { accept });
    expect(one.body).toMatchObject({
      kind: 'PartialObjectMetadata',
      apiVersion: 'meta.k8s.io/v1',
      metadata: { name: 'a' },
    });
    expect(one.body).not.toHaveProperty('data');
    const all = await cluster().get(list, {
      accept:
        'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
    });
    expect(all.body.kind).toBe('PartialObjectMetadataList');
    expect(all.body.items[0]).not.toHaveProperty('data');
  });
});
