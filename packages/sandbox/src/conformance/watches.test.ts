import { configMap } from '../kubernetes/tests/objects';
import { describeConformance } from './describeConformance';

/** A sample of watches: secrets, as a real cluster writes config maps of its own. */
const secret = (name: string, labels: Record<string, string> = {}) => ({
  ...configMap(name),
  kind: 'Secret',
  data: {},
  metadata: { name, labels },
});

describeConformance('Watches', cluster => {
  let list: string;
  beforeEach(async () => {
    list = `/api/v1/namespaces/${await cluster().namespace()}/secrets`;
  });

  const version = async () =>
    (await cluster().get(list)).body.metadata.resourceVersion as string;
  const watchFrom = (from: string, more = '') =>
    cluster().watch(`${list}?watch=1&resourceVersion=${from}${more}`);
  const write = (name: string, value: string) =>
    cluster().patch(`${list}/${name}`, 'merge', {
      metadata: { annotations: { value } },
    });

  it('tell exactly what changed since a list', async () => {
    await cluster().expectCreated(list, secret('old'));
    const from = await version();
    await cluster().expectCreated(list, secret('a'));
    await write('a', '1');
    const watch = await watchFrom(from);
    await cluster().delete(`${list}/old`);
    await cluster().delete(`${list}/a`);
    expect(await watch.take(4)).toEqual([
      'ADDED a',
      'MODIFIED a',
      'DELETED old',
      'DELETED a',
    ]);
    watch.close();
  });

  it('carry whole objects, the last state of a deleted one with the version of its end', async () => {
    const created = await cluster().expectCreated(list, secret('a'));
    const watch = await watchFrom(created.metadata.resourceVersion);
    await cluster().delete(`${list}/a`);
    const line = await watch.next();
    watch.close();
    expect(line?.object).toMatchObject({
      kind: 'Secret',
      apiVersion: 'v1',
      type: 'Opaque',
      metadata: { name: 'a', uid: created.metadata.uid },
    });
    expect(Number(line?.object.metadata.resourceVersion)).toBeGreaterThan(
      Number(created.metadata.resourceVersion),
    );
  });

  it('say nothing of a write that changes nothing', async () => {
    await cluster().expectCreated(list, secret('a'));
    await write('a', '1');
    const watch = await watchFrom(await version());
    await write('a', '1');
    await cluster().expectCreated(list, secret('end'));
    expect(await watch.take(1)).toEqual(['ADDED end']);
    watch.close();
  });

  it.each(['', '0'])(
    'begin with what is there when the version is "%s"',
    async from => {
      await cluster().expectCreated(list, secret('a'));
      await version();
      const watch = await watchFrom(from);
      expect(await watch.take(1)).toEqual(['ADDED a']);
      await cluster().expectCreated(list, secret('b'));
      expect(await watch.take(1)).toEqual(['ADDED b']);
      watch.close();
    },
  );

  it('show what comes under their selector as added, and what leaves it as deleted', async () => {
    const watch = await watchFrom(await version(), '&labelSelector=tier%3Dweb');
    await cluster().expectCreated(list, secret('a'));
    const label = (tier: string | null) =>
      cluster().patch(`${list}/a`, 'merge', { metadata: { labels: { tier } } });
    await label('web');
    await label('db');
    expect(await watch.take(2)).toEqual(['ADDED a', 'DELETED a']);
    watch.close();
  });

  it('are of one object when a field selector names it', async () => {
    const watch = await watchFrom(
      await version(),
      '&fieldSelector=metadata.name%3Db',
    );
    await cluster().expectCreated(list, secret('a'));
    await cluster().expectCreated(list, secret('b'));
    expect(await watch.take(1)).toEqual(['ADDED b']);
    watch.close();
  });

  it('end after their time', async () => {
    const watch = await watchFrom(await version(), '&timeoutSeconds=1');
    expect(await watch.next(5)).toBeUndefined();
  });

  it('send an initial list that ends with a bookmark, when asked', async () => {
    await cluster().expectCreated(list, secret('a'));
    const watch = await cluster().watch(
      `${list}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
    );
    expect((await watch.next())?.object.metadata.name).toBe('a');
    const end = await watch.next();
    watch.close();
    expect(end).toMatchObject({
      type: 'BOOKMARK',
      object: {
        kind: 'Secret',
        apiVersion: 'v1',
        metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
      },
    });
    expect(Number(end?.object.metadata.resourceVersion)).toBeGreaterThan(0);
  });

  it.each(['', '0'])(
    'mark the end of what was there when the version is "%s" and bookmarks are allowed',
    async from => {
      await cluster().expectCreated(list, secret('a'));
      await version();
      const watch = await watchFrom(from, '&allowWatchBookmarks=true');
      expect((await watch.next())?.type).toBe('ADDED');
      const end = await watch.next();
      watch.close();
      expect(end?.type).toBe('BOOKMARK');
      expect(end?.object.metadata).toEqual({
        resourceVersion: expect.stringMatching(/^\d+$/),
        annotations: { 'k8s.io/initial-events-end': 'true' },
      });
    },
  );

  it('say before their end how far the cluster has come, when bookmarks are allowed', async () => {
    const from = await version();
    const watch = await watchFrom(
      from,
      '&allowWatchBookmarks=true&timeoutSeconds=6',
    );
    // It is a change that this watch does not show.
    const elsewhere = await cluster().namespace();
    await cluster().expectCreated(
      `/api/v1/namespaces/${elsewhere}/secrets`,
      secret('other'),
    );
    const mark = await watch.next(8);
    expect(mark).toMatchObject({
      type: 'BOOKMARK',
      object: { kind: 'Secret', apiVersion: 'v1' },
    });
    const { resourceVersion } = mark?.object.metadata;
    expect(Number(resourceVersion)).toBeGreaterThan(Number(from));
    // A watch can begin there.
    const next = await watchFrom(resourceVersion);
    await cluster().expectCreated(list, secret('late'));
    expect(await next.take(1)).toEqual(['ADDED late']);
    next.close();
    watch.close();
  });

  it('say nothing more when bookmarks are not allowed', async () => {
    const watch = await watchFrom(await version(), '&timeoutSeconds=3');
    await cluster().namespace();
    expect(await watch.next(6)).toBeUndefined();
  });

  it('refuse a match of versions that is for lists', async () => {
    const { status, body } = await cluster().get(
      `${list}?watch=1&resourceVersionMatch=NotOlderThan&resourceVersion=1&timeoutSeconds=2`,
    );
    expect([status, body.reason, body.message]).toEqual([
      422,
      'Invalid',
      'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    ]);
  });

  it('refuse to send an initial list without its conditions', async () => {
    const { status, body } = await cluster().get(
      `${list}?watch=1&timeoutSeconds=2&sendInitialEvents=true&allowWatchBookmarks=true`,
    );
    expect([status, body.reason]).toEqual([422, 'Invalid']);
    expect(body.message).toContain('resourceVersionMatch');
  });

  it('refuse a version that is none', async () => {
    const { status, body } = await cluster().get(
      `${list}?watch=1&resourceVersion=yesterday&timeoutSeconds=2`,
    );
    expect([status, body.message]).toEqual([
      500,
      'resourceVersion: Invalid value: "yesterday": strconv.ParseUint: parsing "yesterday": invalid syntax',
    ]);
  });
});
