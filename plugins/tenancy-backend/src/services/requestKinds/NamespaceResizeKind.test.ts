import { TestDatabases } from '@backstage/backend-test-utils';
import {
  amountsOfResources,
  NAMESPACE_RESIZE,
} from '@caas/plugin-tenancy-common';
import { amounts } from '../../__testUtils__/definitions';
import { namespaceSubject } from '../../__testUtils__/desk';
import { createPortal } from '../../__testUtils__/portal';
import { createStores, LIFE_DEV } from '../../__testUtils__/stores';

// What the databases do differently is in the stores, and tested there.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('the request kind namespace.resize', () => {
  /** 李伟's `life-policy-dev` of 2 cores and 4 GiB stands, in a quota of 8 cores and 16 GiB. */
  const start = async () => {
    const stores = await createStores(databases, 'SQLITE_3');
    const portal = createPortal(stores);
    await portal.kind.execute(namespaceSubject());
    await portal.after(0);
    const { id } = (await stores.namespaces.findByRequest('r1'))!;
    const subject = (
      to: object,
      changes: { tenant?: string; requester?: string; requestId?: string } = {},
    ) => ({
      tenant: 'life',
      requester: 'user:default/li-wei',
      requestId: 'r2',
      payload: { namespace: id, ...amountsOfResources(amounts(4, 8)), ...to },
      ...changes,
    });
    const kind = portal.kinds[NAMESPACE_RESIZE];
    /** As the desk does: what is executed is the normal form. */
    const frozen = async (to: object = {}, requestId = 'r2') => {
      const asked = subject(to, { requestId });
      const { payload } = await kind.validate(asked);
      return { ...asked, payload };
    };
    const stands = (used: Record<string, string>) =>
      portal.clusters.views.push({
        cluster: 'nonprod',
        name: 'life-policy-dev',
        tenant: 'life',
        environment: 'dev',
        phase: 'Active',
        quotas: Object.entries(used).map(([resource, amount]) => ({
          resource,
          hard: '100',
          used: amount,
        })),
        requested: { cpuMillicores: 0, memoryBytes: 0, pods: 0 },
        used: { cpuMillicores: 640.4, memoryBytes: 2 ** 30 },
      });
    return { ...stores, portal, kind, id, subject, frozen, stands };
  };

  it('answers the normal form with what the namespace has, the direction, and a title in both languages', async () => {
    const { kind, subject, id } = await start();
    expect(await kind.validate(subject({ cpu: '4000m', pods: '5' }))).toEqual({
      payload: {
        namespace: id,
        name: 'life-policy-dev',
        cluster: 'nonprod',
        environment: 'dev',
        cpu: '4',
        memory: '8Gi',
        storage: '40Gi',
        pods: 5,
        persistentVolumeClaims: 20,
        from: amountsOfResources(amounts(2, 4)),
        direction: 'mixed',
      },
      environment: 'dev',
      title: {
        'zh-CN':
          '调整 nonprod 上的命名空间 life-policy-dev（2 核 / 4Gi → 4 核 / 8Gi）',
        en: 'Resize namespace life-policy-dev on nonprod (2 cores and 4Gi → 4 cores and 8Gi)',
      },
    });
    const directionOf = async (cores: number) =>
      (await kind.validate(subject(amountsOfResources(amounts(cores, cores)))))
        .payload.direction;
    expect(await directionOf(5)).toBe('grow');
    expect(await directionOf(1)).toBe('shrink');
  });

  it.each([
    [{ cpu: '-1' }, 'InputError', "cpu: '-1' is not an amount of CPU"],
    [{ namespace: '' }, 'InputError', 'namespace: Choose a namespace'],
    [{ cpu: '9' }, 'InputError', 'cpu: this asks for 9 cores, more than'],
    [amountsOfResources(amounts(2, 4)), 'InputError', 'has this size already'],
  ])('refuses %j in a sentence', async (to, name, sentence) => {
    const { kind, subject } = await start();
    await expect(kind.validate(subject(to))).rejects.toMatchObject({
      name,
      message: expect.stringContaining(sentence),
    });
  });

  it('answers a foreign namespace and an unknown one alike', async () => {
    const { kind, subject, id } = await start();
    const answer = (changes: object, namespace: string) =>
      kind.validate(subject({ namespace }, changes)).then(
        () => 'accepted',
        ({ name, message }: Error) =>
          `${name}: ${message.replace(namespace, 'X')}`,
      );
    const zhang = { tenant: 'property', requester: 'user:default/zhang-min' };
    const foreign = await answer(zhang, id);
    expect(foreign).toMatch(/^NotFoundError: .*'X'/);
    expect(await answer(zhang, 'ns-unknown')).toBe(foreign);
  });

  it('refuses a second pending change of the same namespace', async () => {
    const { kind, subject, frozen } = await start();
    await kind.reserve(await frozen());
    await expect(
      kind.validate(subject({}, { requestId: 'r3' })),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('another pending request already asks'),
    });
    await expect(kind.validate(subject({}))).resolves.toBeDefined();
  });

  it('refuses less than what is used with the figures, at submit and again when it is carried out', async () => {
    const { kind, subject, frozen, stands, ledger } = await start();
    const less = amountsOfResources(amounts(1, 2));
    const approved = await frozen(less);
    stands({ 'requests.cpu': '500m', 'limits.cpu': '1500m', pods: '3' });
    const sentence =
      "cpu: namespace 'life-policy-dev' uses 1.5 cores, and this would leave it 1 core. Ask for more, or remove what runs there first";
    await expect(kind.validate(subject(less))).rejects.toMatchObject({
      name: 'ConflictError',
      message: sentence,
    });
    expect(await kind.execute(approved)).toMatchObject({
      state: 'failed',
      isTemporary: false,
      message: {
        'zh-CN': expect.stringContaining('正在使用1.5 核'),
        en: sentence,
      },
      steps: [{ id: 'resize', state: 'failed' }, {}, {}],
    });
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(2, 4));
    // Growth asks nothing of what runs there.
    await expect(kind.validate(subject({}))).resolves.toBeDefined();
  });

  it('shows in the pool what it grows by until it ends, and nothing of what it shrinks by', async () => {
    const { kind, frozen, ledger } = await start();
    const requested = async () => (await ledger.find(LIFE_DEV))?.requested;
    const grow = await frozen();
    await kind.reserve(grow);
    expect(await requested()).toEqual(amounts(2, 4));
    await kind.release(grow);
    await kind.reserve(grow);
    expect(await requested()).toEqual(amounts(0, 0));
    await kind.reserve(await frozen(amountsOfResources(amounts(1, 1)), 'r3'));
    expect(await requested()).toEqual(amounts(0, 0));
  });

  it('is done when the cluster holds the new quota, and changes nothing when repeated', async () => {
    const { kind, frozen, portal, ledger, namespaces } = await start();
    const approved = await frozen();
    expect(await kind.execute(approved)).toMatchObject({
      state: 'working',
      steps: [
        { id: 'resize', state: 'done' },
        { id: 'apply', state: 'working' },
        { id: 'ready', state: 'waiting' },
      ],
    });
    expect(await namespaces.findByRequest('r1')).toMatchObject({
      state: 'ready',
    });
    await kind.execute(approved);
    await portal.after(0);
    expect(await kind.execute(approved)).toMatchObject({ state: 'done' });
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(4, 8));
    const [set] = [...portal.clusters.applySets.values()];
    expect(
      set.wanted.objects.find(({ kind: name }) => name === 'ResourceQuota'),
    ).toMatchObject({ spec: { hard: { 'limits.cpu': '4', pods: '40' } } });
  });

  it('fails for a while when the pool is exhausted, and begins anew when what a cluster refused was mended', async () => {
    const { kind, frozen, portal } = await start();
    const approved = await frozen();
    await portal.kind.execute(
      namespaceSubject({
        requestId: 'r9',
        payload: { name: 'claims', cpu: '6', memory: '4Gi' },
      }),
    );
    expect(await kind.execute(approved)).toMatchObject({
      state: 'failed',
      isTemporary: true,
      message: {
        'zh-CN': expect.stringContaining('申请的2 核'),
        en: expect.stringContaining('this asks for 2 cores'),
      },
    });
  });

  it('says what it costs, what is used, and that clusters does not tell', async () => {
    const { kind, subject, stands, portal } = await start();
    stands({ 'requests.storage': '5Gi', pods: '3' });
    portal.clusters.peaks.set('nonprod/life-policy-dev', {
      requested: { cpuMillicores: 0, memoryBytes: 0 },
      used: { cpuMillicores: 1800, memoryBytes: 3 * 2 ** 30 },
    });
    const valueOf = async (id: string, to: object = {}) => {
      const { items } = await kind.evidence(subject(to));
      return items.find(item => item.id === id);
    };
    expect((await valueOf('monthly-cost'))?.value).toEqual({
      'zh-CN': '每月 ¥860.00（+¥430.00）',
      en: 'CN¥860.00 a month (+CN¥430.00)',
    });
    expect((await valueOf('change.cpu'))?.value.en).toBe('2 cores → 4 cores');
    expect((await valueOf('namespace.used'))?.value.en).toBe(
      '0.64 cores, 1Gi of memory, 5Gi of storage, 3 pods, 0 volume claims',
    );
    expect(
      await valueOf('namespace.peak', amountsOfResources(amounts(1, 4))),
    ).toMatchObject({
      tone: 'warning',
      value: { en: '1.8 cores, 3Gi of memory' },
    });
    portal.clusters.isDown = true;
    expect((await valueOf('namespace.used'))?.value.en).toMatch(
      /do not tell now/,
    );
  });

  it('can be taken back until it is done', async () => {
    const { kind, frozen, portal, ledger } = await start();
    const approved = await frozen();
    await kind.execute(approved);
    await kind.cancel(approved);
    expect((await ledger.find(LIFE_DEV))?.allocated).toEqual(amounts(2, 4));
    const again = await frozen({}, 'r3');
    await kind.execute(again);
    await portal.after(0);
    await expect(kind.cancel(again)).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });
});
