import { configMap, deployment } from '../kubernetes/tests/objects';
import { failure } from './answers';
import { describeConformance } from './describeConformance';

describeConformance('Patches', cluster => {
  let namespace: string;
  let list: string;
  let where: string;
  beforeAll(async () => {
    namespace = await cluster().namespace();
    list = `/api/v1/namespaces/${namespace}/configmaps`;
  });
  beforeEach(async () => {
    const name = cluster().unique('patched');
    where = `${list}/${name}`;
    await cluster().expectCreated(list, configMap(name, { a: '1', b: '2' }));
  });

  const send = (type: 'json' | 'merge' | 'strategic', patch: unknown) =>
    cluster().patch(where, type, patch);

  const dataAfter = async (...patch: Parameters<typeof send>) => {
    const { status, body, text } = await send(...patch);
    if (status !== 200) throw new Error(text);
    return body.data;
  };
  it('of RFC 7386 put, replace and remove', async () => {
    const data = { a: null, b: '3', c: '4' };
    expect(await dataAfter('merge', { data })).toEqual({ b: '3', c: '4' });
  });

  it('of RFC 6902 go step by step', async () => {
    expect(
      await dataAfter('json', [
        { op: 'test', path: '/data/a', value: '1' },
        { op: 'add', path: '/data/c', value: '3' },
        { op: 'replace', path: '/data/b', value: '4' },
        { op: 'copy', from: '/data/a', path: '/data/d' },
        { op: 'move', from: '/data/b', path: '/data/e' },
        { op: 'remove', path: '/data/a' },
        { op: 'add', path: '/metadata/annotations', value: {} },
        { op: 'add', path: '/metadata/annotations/caas.io~1a', value: '5' },
      ]),
    ).toEqual({ c: '3', d: '1', e: '4' });
    expect((await cluster().get(where)).body.metadata.annotations).toEqual({
      'caas.io/a': '5',
    });
  });

  it('of RFC 6902 change nothing when a step fails', async () => {
    const answer = await send('json', [
      { op: 'remove', path: '/data/a' },
      { op: 'test', path: '/data/b', value: 'other' },
    ]);
    const [status, reason] = failure(answer);
    expect([status, reason]).toEqual([422, 'Invalid']);
    expect((await cluster().get(where)).body.data).toEqual({ a: '1', b: '2' });
  });

  it('of RFC 6902 refuse to remove what is not there', async () => {
    const answer = await send('json', [{ op: 'remove', path: '/data/z' }]);
    expect(failure(answer)).toEqual([
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
    ]);
  });

  it('of RFC 6902 put what they replace, there or not', async () => {
    const put = { op: 'replace', path: '/data/z', value: '1' };
    expect(await dataAfter('json', [put])).toMatchObject({ z: '1' });
  });

  it('of RFC 6902 refuse what is no list of steps', async () => {
    const [status, reason] = failure(await send('json', { data: {} }));
    expect([status, reason]).toEqual([400, 'BadRequest']);
  });

  it('of two kinds at once are refused by their content type', async () => {
    const answer = await cluster().send('PATCH', where, '{}', {
      type: 'application/json',
    });
    expect(failure(answer).slice(0, 2)).toEqual([415, 'UnsupportedMediaType']);
  });

  it('refuse to rename', async () => {
    const answer = await send('merge', { metadata: { name: 'other' } });
    expect(failure(answer)).toEqual([
      400,
      'BadRequest',
      `the name of the object (other) does not match the name on the URL (${where.split('/').pop()})`,
    ]);
  });

  it('with a version are conditions', async () => {
    const answer = await send('merge', {
      metadata: { resourceVersion: '1' },
      data: { a: '9' },
    });
    expect(failure(answer).slice(0, 2)).toEqual([409, 'Conflict']);
  });

  it('without a change keep the version', async () => {
    const { body } = await cluster().get(where);
    const after = await send('merge', { data: { a: '1' } });
    expect(after.body.metadata.resourceVersion).toBe(
      body.metadata.resourceVersion,
    );
  });

  it('refuse what is not there', async () => {
    const answer = await cluster().patch(`${list}/none`, 'merge', { data: {} });
    expect(failure(answer)).toEqual([
      404,
      'NotFound',
      'configmaps "none" not found',
    ]);
  });

  describe('that are strategic', () => {
    let web: string;
    beforeEach(async () => {
      const name = cluster().unique('web');
      const deployments = `/apis/apps/v1/namespaces/${namespace}/deployments`;
      web = `${deployments}/${name}`;
      await cluster().expectCreated(deployments, deployment(name, 0));
    });
    const containers = async (patch: unknown) => {
      const { body } = await cluster().patch(web, 'strategic', {
        spec: { template: { spec: { containers: patch } } },
      });
      return body.spec.template.spec.containers.map(
        ({ name, image }: { name: string; image: string }) => [name, image],
      );
    };
    const MAIN = 'registry.example.com/life/policy:1.0.0';

    it('merge containers by name', async () => {
      expect(
        await containers([
          { name: 'main', image: 'main:2' },
          { name: 'side', image: 'side:1' },
        ]),
      ).toEqual(
        expect.arrayContaining([
          ['main', 'main:2'],
          ['side', 'side:1'],
        ]),
      );
    });

    it('delete one by directive', async () => {
      await containers([{ name: 'side', image: 'side:1' }]);
      expect(await containers([{ name: 'side', $patch: 'delete' }])).toEqual([
        ['main', MAIN],
      ]);
    });

    it('replace all by directive', async () => {
      expect(
        await containers([
          { $patch: 'replace' },
          { name: 'only', image: 'only:1' },
        ]),
      ).toEqual([['only', 'only:1']]);
    });

    it('merge annotations of the template key by key', async () => {
      const patch = (annotations: Record<string, string | null>) =>
        cluster().patch(web, 'strategic', {
          spec: { template: { metadata: { annotations } } },
        });
      await patch({ one: '1', two: '2' });
      const { body } = await patch({ one: null, three: '3' });
      expect(body.spec.template.metadata.annotations).toEqual({
        two: '2',
        three: '3',
      });
    });

    it('replace containers as a whole by a merge patch', async () => {
      const { body } = await cluster().patch(web, 'merge', {
        spec: {
          template: { spec: { containers: [{ name: 'x', image: 'x' }] } },
        },
      });
      expect(body.spec.template.spec.containers).toHaveLength(1);
    });
  });
});
