import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ClusterBench } from './ClusterBench';
import { secret } from './objects';

describe('A sandbox on a data directory', () => {
  let bench: ClusterBench;
  beforeEach(async () => {
    bench = await ClusterBench.start();
  });
  afterEach(() => bench.close());

  const versionOf = async (list: string) =>
    Number((await bench.get(list)).body.metadata.resourceVersion);

  it('keeps its objects when it starts again, and goes on counting', async () => {
    const list = `/api/v1/namespaces/${await bench.namespace()}/secrets`;
    await bench.post(list, secret('kept', { tenant: 'life' }));
    await bench.post(list, secret('deleted'));
    await bench.send('DELETE', `${list}/deleted`);
    const before = (await bench.get(list)).body;

    await bench.restart();
    const after = (await bench.get(list)).body;
    expect(after.items).toEqual(before.items);
    const made = await bench.post(list, secret('new'));
    expect(made.status).toBe(201);
    expect(Number(made.body.metadata.resourceVersion)).toBeGreaterThan(
      Number(before.metadata.resourceVersion),
    );
    expect(made.body.metadata.uid).not.toBe(before.items[0].metadata.uid);
  });

  it('never gives a version out twice, even when the last change was a deletion', async () => {
    const list = `/api/v1/namespaces/${await bench.namespace()}/secrets`;
    await bench.post(list, secret('a'));
    await bench.send('DELETE', `${list}/a`);
    const before = await versionOf(list);
    await bench.restart();
    expect(await versionOf(list)).toBeGreaterThanOrEqual(before);
  });

  it('loses nothing that was answered to a last line that a crash cut off', async () => {
    const list = `/api/v1/namespaces/${await bench.namespace()}/secrets`;
    await bench.post(list, secret('kept'));
    const tear = () => {
      const directory = path.join(bench.dataDir, 'sandbox');
      const journal = readdirSync(directory).find(
        name => name.startsWith('nonprod') && name.endsWith('.journal'),
      );
      appendFileSync(path.join(directory, journal!), '{"type":"ADDED","obj');
    };
    await bench.restart(tear);
    expect((await bench.get(`${list}/kept`)).status).toBe(200);

    // What is written after the torn line must be readable too.
    await bench.post(list, secret('after'));
    await bench.restart();
    const { items } = (await bench.get(list)).body;
    expect(
      items.map(
        ({ metadata }: { metadata: { name: string } }) => metadata.name,
      ),
    ).toEqual(['after', 'kept']);
  });

  it('starts with the same objects every time', async () => {
    const other = await ClusterBench.start();
    try {
      for (const list of ['/api/v1/nodes', '/api/v1/namespaces']) {
        const shape = async (from: ClusterBench) =>
          (await from.get(list)).body.items.map(
            ({
              metadata,
              spec,
            }: {
              metadata: { name: string; labels: object };
              spec: unknown;
            }) => ({
              name: metadata.name,
              labels: metadata.labels,
              spec,
            }),
          );
        const seeded = await shape(bench);
        expect(seeded.length).toBeGreaterThan(2);
        expect(await shape(other)).toEqual(seeded);
      }
    } finally {
      await other.close();
    }
  });
});
