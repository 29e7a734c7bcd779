import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import { namespace } from '../__testUtils__/applySets';
import { clientOf } from '../__testUtils__/portal';
import type { WatchChange } from './KubernetesClient';

jest.setTimeout(30_000);

describe('DefaultKubernetesClient', () => {
  let sandbox: Sandbox;
  const space = (name: string) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    name,
  });
  const client = () => clientOf(sandbox.clusters.nonprod);
  beforeAll(async () => {
    sandbox = await startSandbox({});
  });
  afterAll(() => sandbox.close());

  it('lists page by page', async () => {
    const first = await client().list('/api/v1/namespaces', { limit: 2 });
    expect(first.items).toHaveLength(2);
    const second = await client().list('/api/v1/namespaces', {
      limit: 2,
      continueToken: first.continueToken,
    });
    expect(second.continueToken).toBeUndefined();
    const names = [...first.items, ...second.items].map(
      ({ metadata }) => metadata.name,
    );
    expect(names.sort()).toEqual(['default', 'kube-public', 'kube-system']);
  });

  it('deletes the object that it was told to, and no other of that name', async () => {
    const made = await client().apply(namespace('life-uid-dev'));
    await client().delete(space('life-uid-dev'), 'another-uid');
    expect(
      (await client().find(space('life-uid-dev')))?.metadata,
    ).toMatchObject({ uid: made.metadata.uid });
    expect(
      (await client().find(space('life-uid-dev')))?.metadata.deletionTimestamp,
    ).toBeUndefined();
    await client().delete(space('life-none-dev'), 'any');
    expect(await client().find(space('life-none-dev'))).toBeUndefined();
  });

  it('sends nothing that was called off while it waited for its turn', async () => {
    const one = client();
    let isLost = false;
    let makeRoom = () => {};
    const room = new Promise<void>(resolve => {
      makeRoom = resolve;
    });
    const busy = Array.from({ length: 20 }, (_, index) =>
      one.apply(namespace(`life-busy-${index}`), () => room),
    );
    const late = one.apply(namespace('life-late-dev'), async () => {
      if (isLost) throw new Error('The lease is lost');
    });
    isLost = true;
    makeRoom();
    await expect(late).rejects.toThrow('The lease is lost');
    await Promise.all(busy);
    expect(await one.find(space('life-late-dev'))).toBeUndefined();
  });

  it('watches from a version on, until it is told to stop', async () => {
    const admin = new ClusterAdmin(sandbox.clusters.nonprod);
    const { resourceVersion } = await client().list('/api/v1/namespaces', {
      limit: 500,
    });
    await admin.create(namespace('life-watched-dev'));
    const stop = new AbortController();
    const seen: WatchChange[] = [];
    await client().watch(
      '/api/v1/namespaces',
      { resourceVersion, signal: stop.signal },
      change => {
        seen.push(change);
        stop.abort();
      },
    );
    expect(seen[0]).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'life-watched-dev' } },
    });
    // Told to stop before it began.
    await client().watch(
      '/api/v1/namespaces',
      { resourceVersion, signal: stop.signal },
      () => {},
    );
  });
});
