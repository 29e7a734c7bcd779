import { eventually } from '@caas/backend-testing/processes';
import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import { namespace } from '../__testUtils__/applySets';
import { clientOf } from '../__testUtils__/portal';
import { OtherObjectError, type WatchChange } from './KubernetesClient';

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

  it('makes nothing of an object that is meant and not there, and changes no other', async () => {
    const meant = namespace('life-meant-dev');
    const first = await client().apply(meant);
    const { uid } = first.metadata;
    expect((await client().apply(meant, { uid })).metadata.uid).toBe(uid);

    const admin = new ClusterAdmin(sandbox.clusters.nonprod);
    await admin.delete({ kind: 'Namespace', name: 'life-meant-dev' });
    await eventually(20, async () =>
      expect(await client().find(space('life-meant-dev'))).toBeUndefined(),
    );
    await expect(client().apply(meant, { uid })).rejects.toThrow(
      OtherObjectError,
    );
    expect(await client().find(space('life-meant-dev'))).toBeUndefined();

    const second = await client().apply(meant);
    await expect(client().apply(meant, { uid })).rejects.toThrow(
      OtherObjectError,
    );
    const { metadata } = (await client().find(space('life-meant-dev')))!;
    expect(metadata).toEqual(second.metadata);
  });

  it('sends nothing that was called off while it waited for its turn', async () => {
    const one = client();
    let isLost = false;
    let makeRoom = () => {};
    const room = new Promise<void>(resolve => {
      makeRoom = resolve;
    });
    const busy = Array.from({ length: 20 }, (_, index) =>
      one.apply(namespace(`life-busy-${index}`), {
        guard: { assert: () => room, check: () => {} },
      }),
    );
    const late = one.apply(namespace('life-late-dev'), {
      guard: {
        assert: async () => {
          if (isLost) throw new Error('The lease is lost');
        },
        check: () => {},
      },
    });
    isLost = true;
    makeRoom();
    await expect(late).rejects.toThrow('The lease is lost');
    await Promise.all(busy);
    expect(await one.find(space('life-late-dev'))).toBeUndefined();
  });

  it('sends nothing that is called off at the last moment, and goes on with the next', async () => {
    const one = client();
    const guard = {
      assert: async () => {},
      check: () => {
        throw new Error('The lease is lost');
      },
    };
    const meant = namespace('life-slept-dev');
    await expect(one.apply(meant, { guard })).rejects.toThrow(
      'The lease is lost',
    );
    expect(await one.find(space('life-slept-dev'))).toBeUndefined();
    const { uid } = (await one.apply(meant)).metadata;
    await expect(
      one.delete(space('life-slept-dev'), uid!, guard),
    ).rejects.toThrow('The lease is lost');
    const { metadata } = (await one.find(space('life-slept-dev')))!;
    expect(metadata.deletionTimestamp).toBeUndefined();
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
