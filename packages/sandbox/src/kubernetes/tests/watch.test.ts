import { ClusterBench } from './ClusterBench';
import { secret } from './objects';

/** Beside what the conformance suite says of watches: what only a cluster that restarts can show. */
describe('Watches', () => {
  const bench = ClusterBench.forTests();
  let list: string;
  beforeEach(async () => {
    list = `/api/v1/namespaces/${await bench.namespace()}/secrets`;
  });

  const version = async () =>
    (await bench.get(list)).body.metadata.resourceVersion;
  const watchFrom = async (from: string) =>
    bench.watch(`${list}?watch=1&resourceVersion=${from}`);

  it('carry versions that only grow, the last of which a new watch goes on from', async () => {
    const watch = await watchFrom(await version());
    await bench.post(list, secret('a'));
    await bench.post(list, secret('b'));
    const one = (await watch.next())?.object;
    const other = (await watch.next())?.object;
    watch.close();
    expect(Number(other.metadata.resourceVersion)).toBeGreaterThan(
      Number(one.metadata.resourceVersion),
    );
    const next = await watchFrom(one.metadata.resourceVersion);
    expect(await next.take(1)).toEqual(['ADDED b']);
    next.close();
  });

  it('answer 410 to a version from before the cluster started', async () => {
    const before = await version();
    await bench.post(list, secret('a'));
    await bench.restart();
    const watch = await watchFrom(before);
    const line = await watch.next();
    watch.close();
    expect(line).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', code: 410, reason: 'Expired' },
    });
    expect(line?.object.message).toMatch(
      /^too old resource version: \d+ \(\d+\)$/,
    );
  });
});
