import { ClusterBench } from './ClusterBench';
import { configMap } from './objects';

describe('Watches', () => {
  let bench: ClusterBench;
  let list: string;
  beforeAll(async () => {
    bench = await ClusterBench.start();
  });
  beforeEach(async () => {
    list = `/api/v1/namespaces/${await bench.namespace()}/configmaps`;
  });
  afterAll(() => bench.close());

  const version = async () =>
    (await bench.get(list)).body.metadata.resourceVersion;
  const watchFrom = async (from: string, more = '') =>
    bench.watch(`${list}?watch=1&resourceVersion=${from}${more}`);
  const write = (name: string, value: string) =>
    bench.send(
      'PATCH',
      `${list}/${name}`,
      { data: { value } },
      { type: 'application/merge-patch+json' },
    );

  it('tell exactly what changed since a list, before and after they began', async () => {
    await bench.post(list, configMap('old'));
    const from = await version();
    await bench.post(list, configMap('a'));
    await write('a', '1');
    const watch = await watchFrom(from);
    await bench.send('DELETE', `${list}/old`);
    await write('a', '2');
    await bench.send('DELETE', `${list}/a`);
    expect(await watch.take(5)).toEqual([
      'ADDED a',
      'MODIFIED a',
      'DELETED old',
      'MODIFIED a',
      'DELETED a',
    ]);
    watch.close();
  });

  it('carry versions that only grow, the last of which a new watch goes on from', async () => {
    const watch = await watchFrom(await version());
    await bench.post(list, configMap('a'));
    await bench.post(list, configMap('b'));
    const one = (await watch.next())?.object;
    const other = (await watch.next())?.object;
    watch.close();
    expect(one).toMatchObject({ kind: 'ConfigMap', apiVersion: 'v1' });
    expect(Number(other.metadata.resourceVersion)).toBeGreaterThan(
      Number(one.metadata.resourceVersion),
    );
    const next = await watchFrom(one.metadata.resourceVersion);
    expect(await next.take(1)).toEqual(['ADDED b']);
    next.close();
  });

  it('say nothing about a write that changes nothing', async () => {
    await bench.post(list, configMap('a', { value: '1' }));
    const watch = await watchFrom(await version());
    await write('a', '1');
    await bench.post(list, configMap('end'));
    expect(await watch.take(1)).toEqual(['ADDED end']);
    watch.close();
  });

  it('begin with what is there when no version is given', async () => {
    await bench.post(list, configMap('a'));
    const watch = await bench.watch(`${list}?watch=true`);
    await bench.post(list, configMap('b'));
    expect(await watch.take(2)).toEqual(['ADDED a', 'ADDED b']);
    watch.close();
  });

  it('show an object that comes under their selector as added, and one that leaves it as deleted', async () => {
    const watch = await watchFrom(await version(), '&labelSelector=tier%3Dweb');
    await bench.post(list, configMap('a'));
    const label = (tier: string | null) =>
      bench.send(
        'PATCH',
        `${list}/a`,
        { metadata: { labels: { tier } } },
        { type: 'application/merge-patch+json' },
      );
    await label('web');
    await label(null);
    expect(await watch.take(2)).toEqual(['ADDED a', 'DELETED a']);
    watch.close();
  });

  it('end after their time', async () => {
    const watch = await watchFrom(await version(), '&timeoutSeconds=1');
    expect(await watch.next()).toBeUndefined();
  });

  it('send an initial list that ends with a bookmark, when asked', async () => {
    await bench.post(list, configMap('a'));
    const watch = await bench.watch(
      `${list}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
    );
    expect((await watch.next())?.object.metadata.name).toBe('a');
    const end = await watch.next();
    watch.close();
    expect(end?.type).toBe('BOOKMARK');
    expect(end?.object.metadata.annotations).toEqual({
      'k8s.io/initial-events-end': 'true',
    });
    expect(Number(end?.object.metadata.resourceVersion)).toBeGreaterThan(0);
  });

  it('answer 410 to a version that is too old', async () => {
    await bench.restart();
    const watch = await watchFrom('1');
    const line = await watch.next();
    watch.close();
    expect(line).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', code: 410, reason: 'Expired' },
    });
    expect(line?.object.message).toMatch(
      /^too old resource version: 1 \(\d+\)$/,
    );
  });
});
