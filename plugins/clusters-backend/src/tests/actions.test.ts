import { eventually } from '@caas/backend-testing/processes';
import { FIELD_MANAGER } from '@caas/plugin-clusters-common';
import { PeopleBench, workload } from '../__testUtils__/people';

jest.setTimeout(60_000);

const inChinese = (words: string) => ({
  'zh-CN': expect.stringContaining(words),
});

describe('what people do with workloads and nodes', () => {
  let bench: PeopleBench;
  const NAMESPACE = 'life-acts-dev';
  const claims = {
    cluster: 'nonprod',
    namespace: NAMESPACE,
    kind: 'Deployment' as const,
    name: 'claims',
  };
  const deployment = (name = 'claims') => ({
    kind: 'Deployment',
    namespace: NAMESPACE,
    name,
  });
  beforeAll(async () => {
    bench = await PeopleBench.start();
    await bench.run(NAMESPACE, { replicas: 2 });
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    bench.audited.length = 0;
  });
  const admin = () => bench.as('chen-jing');

  describe('restart', () => {
    it('writes what kubectl writes, under a name of its own; twice at once is once', async () => {
      const { workloads } = bench.as('li-wei');
      const [one, other] = await Promise.all([
        workloads.restart({ ...claims, reason: 'memory leak' }),
        workloads.restart(claims),
      ]);
      expect(
        Math.abs(Date.parse(one.restartedAt) - Date.parse(other.restartedAt)),
      ).toBeLessThan(2000);
      const again = await workloads.restart(claims);
      const { spec, metadata } = await bench.admin.find(deployment());
      expect(spec.template.metadata.annotations).toEqual({
        'kubectl.kubernetes.io/restartedAt': again.restartedAt,
      });
      const managers = metadata.managedFields.map(
        ({ manager }: { manager: string }) => manager,
      );
      expect(managers).toContain('caas-portal-restart');
      expect(managers).not.toContain(FIELD_MANAGER);
      expect(bench.audited[0]).toMatchObject({
        event: 'workload-restart',
        meta: { name: 'claims', namespace: NAMESPACE },
      });
    });

    it('is refused for a Deployment that is paused, and says why', async () => {
      await bench.admin.create(workload(NAMESPACE, 'Deployment', 0, 'paused'));
      await bench.admin.edit(deployment('paused'), { spec: { paused: true } });
      await expect(
        bench.as('li-wei').workloads.restart({ ...claims, name: 'paused' }),
      ).rejects.toMatchObject({
        status: 409,
        message: expect.stringContaining('resume it first'),
        translations: inChinese('已暂停，恢复之前不会替换容器组'),
      });
    });
  });

  describe('scale', () => {
    it('changes the number that was seen, and says when it was another', async () => {
      const { workloads } = bench.as('li-wei');
      expect(await workloads.scale({ ...claims, from: 2, to: 3 })).toEqual({
        from: 2,
        to: 3,
      });
      // The same again is no error: the button was pressed twice.
      await workloads.scale({ ...claims, from: 2, to: 3 });
      await expect(
        workloads.scale({ ...claims, from: 2, to: 5 }),
      ).rejects.toMatchObject({
        status: 409,
        message: expect.stringContaining('it has 3 replicas now, and not 2'),
        translations: inChinese('现为 3，不再是 2'),
      });
      expect((await bench.admin.find(deployment())).spec.replicas).toBe(3);
      expect(bench.audited.at(-1)).toMatchObject({
        event: 'workload-scale',
        meta: { from: 2, to: 5 },
        error: expect.stringContaining('3 replicas'),
      });
    });

    it('lets one of many at once win', async () => {
      const { workloads } = bench.as('li-wei');
      const { replicas } = (await bench.admin.find(deployment())).spec;
      const results = await Promise.allSettled(
        [10, 11, 12].map(to =>
          workloads.scale({ ...claims, from: replicas, to }),
        ),
      );
      const won = results.filter(({ status }) => status === 'fulfilled');
      expect(won).toHaveLength(1);
      await bench.admin.edit(deployment(), { spec: { replicas: 2 } });
    });

    it('is refused while an autoscaler decides', async () => {
      await bench.admin.create(workload(NAMESPACE, 'Deployment', 1, 'quotes'));
      await bench.admin.create({
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'quotes-hpa', namespace: NAMESPACE },
        spec: {
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'quotes',
          },
          maxReplicas: 5,
        },
      });
      await expect(
        bench
          .as('li-wei')
          .workloads.scale({ ...claims, name: 'quotes', from: 1, to: 2 }),
      ).rejects.toMatchObject({
        status: 409,
        message: expect.stringContaining("'quotes-hpa' decides"),
        translations: inChinese('由 HorizontalPodAutoscaler“quotes-hpa”决定'),
      });
    });

    it('says which apply set owns the number', async () => {
      const object = workload(NAMESPACE, 'Deployment', 1, 'owned');
      await bench.admin.apply(
        {
          ...object,
          metadata: {
            ...object.metadata,
            labels: { 'applyset.kubernetes.io/part-of': 'releases.owned' },
          },
        },
        FIELD_MANAGER,
      );
      await expect(
        bench
          .as('li-wei')
          .workloads.scale({ ...claims, name: 'owned', from: 1, to: 2 }),
      ).rejects.toMatchObject({
        status: 409,
        message: expect.stringContaining(
          "This field is owned by the apply set 'releases.owned'",
        ),
        translations: inChinese('由应用集“releases.owned”规定'),
      });
    });

    it('has nothing to change of a DaemonSet', async () => {
      await expect(
        bench
          .as('li-wei')
          .workloads.scale({ ...claims, kind: 'DaemonSet', from: 1, to: 2 }),
      ).rejects.toMatchObject({
        status: 400,
        translations: inChinese('没有副本数可改'),
      });
    });
  });

  it.each(['restart', 'scale'] as const)(
    'refuses %s by those of another tenant, of nobody, of what is not there, and without a reason in production',
    async name => {
      const input = { ...claims, from: 2, to: 1 };
      const call = (who: string | undefined, changes = {}) =>
        bench.as(who).workloads[name]({ ...input, ...changes });
      await expect(call('zhang-min')).rejects.toMatchObject({
        status: 404,
        message: `There is no namespace '${NAMESPACE}' on cluster 'nonprod'`,
        translations: inChinese(`集群“nonprod”上没有命名空间“${NAMESPACE}”`),
      });
      await expect(call(undefined)).rejects.toMatchObject({ status: 401 });
      await expect(call('guest')).rejects.toMatchObject({ status: 403 });
      await expect(call('li-wei', { name: 'nothing' })).rejects.toMatchObject({
        status: 404,
        message: expect.stringContaining(
          `There is no Deployment '${NAMESPACE}/nothing'`,
        ),
        translations: inChinese(
          `没有Deployment“${NAMESPACE}/nothing”。集群“nonprod”的回答`,
        ),
      });
      await expect(
        call('li-wei', { namespace: 'nowhere' }),
      ).rejects.toMatchObject({
        status: 404,
        translations: inChinese('集群“nonprod”上没有命名空间“nowhere”'),
      });
      await expect(
        call('li-wei', { to: -1, reason: 'x' }),
      ).rejects.toMatchObject({ status: 400 });
      await bench.admin.edit(
        { kind: 'Namespace', name: NAMESPACE },
        { metadata: { labels: { 'caas.io/environment': 'prod' } } },
      );
      await eventually(20, () =>
        expect(call('li-wei', { name: 'nothing' })).rejects.toMatchObject({
          status: 400,
          message: expect.stringContaining('This is production'),
          translations: inChinese('这是生产环境，请填写原因'),
        }),
      );
      await bench.admin.edit(
        { kind: 'Namespace', name: NAMESPACE },
        { metadata: { labels: { 'caas.io/environment': 'dev' } } },
      );
      await eventually(20, () =>
        expect(call('li-wei', { name: 'nothing' })).rejects.toMatchObject({
          status: 404,
        }),
      );
    },
  );

  it('answers 503 and names the cluster when it does not answer, and is audited as failed', async () => {
    bench.wire.decide = ({ path }) =>
      path.includes(`/namespaces/${NAMESPACE}/deployments`)
        ? { kind: 'reset' }
        : undefined;
    const { workloads } = bench.as('li-wei');
    for (const act of [
      () => workloads.restart(claims),
      () => workloads.scale({ ...claims, from: 2, to: 1 }),
    ]) {
      await expect(act()).rejects.toMatchObject({
        status: 503,
        message: expect.stringContaining('nonprod'),
        translations: inChinese('集群“nonprod”暂时不可用'),
      });
    }
    expect(bench.audited).toMatchObject([
      { event: 'workload-restart', error: expect.stringContaining('nonprod') },
      { event: 'workload-scale', error: expect.stringContaining('nonprod') },
    ]);
    bench.wire.decide = () => undefined;
    await eventually(20, () =>
      expect(workloads.restart(claims)).resolves.toHaveProperty('restartedAt'),
    );
  });

  it('tells whoever may see a workload and not change it whom to ask', async () => {
    await expect(
      bench.as('viewer').workloads.restart(claims),
    ).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining(
        "ask an administrator of the tenant 'life'",
      ),
    });
  });

  describe('nodes', () => {
    const node = { cluster: 'nonprod', name: 'nonprod-dmz-1' };
    const live = () => bench.admin.find({ kind: 'Node', name: node.name });

    it('are closed and opened; twice is as once', async () => {
      expect(await admin().nodes.cordon(node)).toMatchObject({
        isSchedulable: false,
      });
      await admin().nodes.cordon(node);
      expect((await live()).spec.unschedulable).toBe(true);
      expect(await admin().nodes.uncordon(node)).toMatchObject({
        isSchedulable: true,
      });
      expect((await live()).spec.unschedulable).toBeUndefined();
    });

    it('get labels and taints from what was seen, beside those of others', async () => {
      const { nodes } = admin();
      const team = { key: 'example.com/team', from: null, to: 'life' };
      const labelled = await nodes.label({ ...node, changes: [team] });
      expect(labelled.labels).toMatchObject({
        'example.com/team': 'life',
        'caas.io/partition': 'dmz',
      });
      await nodes.label({ ...node, changes: [team] });
      await expect(
        nodes.label({ ...node, changes: [{ ...team, to: 'property' }] }),
      ).rejects.toMatchObject({
        status: 409,
        message: expect.stringContaining("'example.com/team' is 'life' now"),
        translations: inChinese('标签“example.com/team”现为“life”'),
      });
      const gpu = {
        key: 'gpu',
        effect: 'NoSchedule' as const,
        from: null,
        to: '',
      };
      const tainted = await nodes.taint({ ...node, changes: [gpu] });
      expect(tainted.taints).toEqual([
        { key: 'caas.io/partition', value: 'dmz', effect: 'NoSchedule' },
        { key: 'gpu', effect: 'NoSchedule' },
      ]);
      await nodes.taint({ ...node, changes: [{ ...gpu, from: '', to: null }] });
      expect((await live()).spec.taints).toHaveLength(1);
      expect(bench.audited.at(-1)).toMatchObject({
        event: 'node-taint',
        meta: { changes: [{ key: 'gpu', from: '', to: null }] },
      });
    });

    it('keep what belongs to Kubernetes', async () => {
      await expect(
        admin().nodes.label({
          ...node,
          changes: [{ key: 'kubernetes.io/os', from: 'linux', to: null }],
        }),
      ).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining('belongs to Kubernetes'),
        translations: inChinese('“kubernetes.io/os”属于 Kubernetes'),
      });
    });

    it('are for administrators, on clusters and nodes that are there', async () => {
      await expect(bench.as('guest').nodes.cordon(node)).rejects.toMatchObject({
        status: 403,
      });
      await expect(
        admin().nodes.cordon({ ...node, name: 'nothing' }),
      ).rejects.toMatchObject({ status: 404 });
      await expect(
        admin().nodes.cordon({ ...node, cluster: 'nothing' }),
      ).rejects.toMatchObject({
        status: 404,
        translations: inChinese('没有集群“nothing”'),
      });
    });
  });
});
