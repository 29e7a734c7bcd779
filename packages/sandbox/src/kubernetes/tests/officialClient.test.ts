import {
  AppsV1Api,
  CoreV1Api,
  KubeConfig,
  makeInformer,
} from '@kubernetes/client-node';
import { until } from '@caas/backend-testing/processes';
import { ClusterBench } from './ClusterBench';
import { configMap, deployment } from './objects';

describe('The official client, with the kubeconfig of the sandbox', () => {
  const bench = ClusterBench.forTests();
  let namespace: string;
  let config: KubeConfig;
  beforeAll(async () => {
    namespace = await bench.namespace();
    config = new KubeConfig();
    config.loadFromFile(bench.kubeconfig);
  });

  it('reads, writes, and is told what it did wrong', async () => {
    const core = config.makeApiClient(CoreV1Api);
    const body = configMap('settings', { level: 'info' });
    await core.createNamespacedConfigMap({ namespace, body });
    const { items } = await core.listNamespacedConfigMap({ namespace });
    expect(
      items.find(({ metadata }) => metadata?.name === 'settings'),
    ).toMatchObject({
      data: { level: 'info' },
    });
    await expect(
      core.createNamespacedConfigMap({ namespace, body }),
    ).rejects.toMatchObject({
      code: 409,
      body: expect.stringContaining('configmaps \\"settings\\" already exists'),
    });
  });

  it('reads times as times', async () => {
    const apps = config.makeApiClient(AppsV1Api);
    await apps.createNamespacedDeployment({
      namespace,
      body: deployment('web', 1),
    });
    const { metadata } = await apps.readNamespacedDeployment({
      namespace,
      name: 'web',
    });
    expect(metadata?.creationTimestamp?.getTime()).toBeGreaterThan(0);
    expect(metadata?.generation).toBe(1);
  });

  it('keeps an informer that knows what is there', async () => {
    const core = config.makeApiClient(CoreV1Api);
    const informer = makeInformer(
      config,
      `/api/v1/namespaces/${namespace}/configmaps`,
      () => core.listNamespacedConfigMap({ namespace }),
    );
    const level = (name: string) => informer.get(name, namespace)?.data?.level;
    await core.createNamespacedConfigMap({
      namespace,
      body: configMap('before', { level: 'info' }),
    });
    await informer.start();
    try {
      expect(level('before')).toBe('info');
      await core.createNamespacedConfigMap({
        namespace,
        body: configMap('during', { level: 'info' }),
      });
      await until(
        'it knows the new one',
        20_000,
        async () => level('during') === 'info',
      );
      await core.deleteNamespacedConfigMap({ namespace, name: 'before' });
      await until(
        'it forgets the old one',
        20_000,
        async () => !level('before'),
      );
    } finally {
      await informer.stop();
    }
  });
});
