import { TestDatabases } from '@backstage/backend-test-utils';
import { amounts } from '../../__testUtils__/definitions';
import { namespaceSubject } from '../../__testUtils__/desk';
import { createPortal } from '../../__testUtils__/portal';
import { createStores, LIFE_DEV } from '../../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a cancelled namespace.create', () => {
  const start = async () => {
    const stores = await createStores(databases, 'SQLITE_3');
    const portal = createPortal(stores);
    const allocated = async () =>
      (await stores.ledger.find(LIFE_DEV))?.allocated;
    return { ...stores, portal, kind: portal.kind, allocated };
  };

  it('is never carried out when that had not begun, however often either is asked', async () => {
    const { kind, allocated, namespaces } = await start();
    await kind.cancel(namespaceSubject());
    await kind.cancel(namespaceSubject());
    expect(await kind.execute(namespaceSubject())).toMatchObject({
      state: 'failed',
      isTemporary: false,
      message: {
        'zh-CN': expect.stringMatching(/^申请“r1”已于 .* 取消/),
        en: expect.stringContaining("'r1' was cancelled"),
      },
    });
    expect(await namespaces.listAll()).toEqual([]);
    expect(await allocated()).toEqual(amounts(0, 0));
  });

  it('gives its share back when nothing is left of it on the cluster', async () => {
    const { kind, portal, allocated } = await start();
    portal.clusters.nextState = 'waiting';
    await kind.execute(namespaceSubject());
    await portal.after(0);
    await kind.cancel(namespaceSubject());
    await kind.cancel(namespaceSubject());
    expect(await kind.execute(namespaceSubject())).toMatchObject({
      state: 'failed',
      message: {
        'zh-CN': expect.stringContaining('在创建完成之前已被归还'),
        en: expect.stringContaining('was given back before it stood'),
      },
    });
    for (let round = 0; round < 5; round += 1) await portal.after(60);
    expect(await allocated()).toEqual(amounts(0, 0));
    // The name is free again.
    await expect(
      kind.validate(namespaceSubject({ requestId: 'r2' })),
    ).resolves.toBeDefined();
  });

  it('is refused once the namespace stands: somebody may be using it', async () => {
    const { kind, portal, allocated } = await start();
    await kind.execute(namespaceSubject());
    await portal.after(0);
    await expect(kind.cancel(namespaceSubject())).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('Apply for its deletion instead'),
      translations: { 'zh-CN': expect.stringContaining('请改为申请删除它') },
    });
    expect(await allocated()).toEqual(amounts(2, 4));
  });
});

describe('the partition of a namespace.create', () => {
  it('is one that the cluster has, and stands in the label of the namespace', async () => {
    const stores = await createStores(databases, 'SQLITE_3');
    const { kind } = createPortal(stores);
    const subject = (partition: string) =>
      namespaceSubject({ payload: { partition } });
    await expect(kind.validate(subject('moon'))).rejects.toMatchObject({
      name: 'InputError',
      message:
        "partition: cluster 'nonprod' has no partition 'moon'. Choose one of general, dmz, or leave it out",
    });
    expect((await kind.validate(subject('dmz'))).payload).toMatchObject({
      partition: 'dmz',
    });
    const { objects } = await kind.evidence(subject('dmz'));
    expect(objects[0]).toMatchObject({
      metadata: { labels: { 'caas.io/partition': 'dmz' } },
    });
    await kind.execute(subject('dmz'));
    expect(await stores.namespaces.findByRequest('r1')).toMatchObject({
      partition: 'dmz',
    });
  });

  it('does not help when somebody made the name on the cluster meanwhile', async () => {
    const stores = await createStores(databases, 'SQLITE_3');
    const { kind, clusters } = createPortal(stores);
    clusters.namespaces.add('nonprod/life-policy-dev');
    expect(await kind.execute(namespaceSubject())).toMatchObject({
      state: 'failed',
      message: {
        'zh-CN': expect.stringContaining('已有命名空间“life-policy-dev”'),
        en: expect.stringContaining(
          "there already is a namespace 'life-policy-dev'",
        ),
      },
    });
    expect((await stores.ledger.find(LIFE_DEV))?.allocated).toEqual(
      amounts(0, 0),
    );
  });
});
