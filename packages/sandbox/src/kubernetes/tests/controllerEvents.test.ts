import { until } from '@caas/backend-testing/processes';
import { ClusterBench } from './ClusterBench';
import { deployment } from './objects';

type Event = {
  type: string;
  reason: string;
  message: string;
  count: number;
  source: { component: string };
  involvedObject: { kind: string; name: string };
};

describe('Controllers say', () => {
  const bench = ClusterBench.forTests();
  let namespace: string;
  beforeEach(async () => {
    namespace = await bench.namespace();
  });

  const at = (group: string, kinds: string) =>
    `/apis/${group}/v1/namespaces/${namespace}/${kinds}`;
  const make = async (where: string, object: object) => {
    const { status, text } = await bench.post(where, object);
    expect(`${status} ${text}`).toMatch(/^201 /);
  };
  const eventsOf = async (kind: string): Promise<Event[]> => {
    const { body } = await bench.get(
      `/api/v1/namespaces/${namespace}/events?fieldSelector=involvedObject.kind%3D${kind}`,
    );
    return body.items;
  };
  /** Events about objects of a kind, as soon as there are so many of them. */
  const events = (kind: string, count: number) =>
    until(`${count} events about a ${kind}`, 60_000, async () => {
      const found = await eventsOf(kind);
      return found.length >= count && found;
    });
  const podNames = async (): Promise<string[]> => {
    const { body } = await bench.get(`/api/v1/namespaces/${namespace}/pods`);
    return body.items.map(
      (pod: { metadata: { name: string } }) => pod.metadata.name,
    );
  };
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: deployment('web', 1).spec.template.spec,
  };
  const selector = { matchLabels: { app: 'web' } };

  it('how a Deployment scales its sets, and which pods these made', async () => {
    await make(at('apps', 'deployments'), deployment('web', 3));
    const [scaled] = await events('Deployment', 1);
    expect(scaled).toMatchObject({
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message: expect.stringMatching(
        /^Scaled up replica set web-\w+ from 0 to 3$/,
      ),
      source: { component: 'deployment-controller' },
      involvedObject: { kind: 'Deployment', name: 'web' },
    });
    const created = await events('ReplicaSet', 3);
    expect(created.map(({ message }) => message).sort()).toEqual(
      (await podNames()).map(name => `Created pod: ${name}`).sort(),
    );
    expect(created[0]).toMatchObject({
      reason: 'SuccessfulCreate',
      source: { component: 'replicaset-controller' },
    });

    await bench.patch(`${at('apps', 'deployments')}/web`, 'merge', {
      spec: { replicas: 1 },
    });
    const told = await events('Deployment', 2);
    expect(told.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Scaled down replica set web-\w+ from 3 to 1$/),
    );
  });

  it('of many pods no more than of some', async () => {
    await make(at('apps', 'deployments'), deployment('web', 40));
    await until('all pods are there', 60_000, async () => {
      return (await podNames()).length === 40;
    });
    const told = await eventsOf('ReplicaSet');
    expect(told).toHaveLength(11);
    const [combined] = told.filter(({ count }) => count > 1);
    expect(combined.count).toBe(15);
    expect(combined.message).toMatch(
      /^\(combined from similar events\): Created pod: web-/,
    );
  });

  it('which pods a StatefulSet, a DaemonSet and a Job made', async () => {
    await make(at('apps', 'statefulsets'), {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'store' },
      spec: { serviceName: 'store', selector, template },
    });
    await make(at('apps', 'daemonsets'), {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent' },
      spec: { selector, template },
    });
    await make(at('batch', 'jobs'), {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'work' },
      spec: {
        template: { spec: { ...template.spec, restartPolicy: 'Never' } },
      },
    });
    const [ofStatefulSet] = await events('StatefulSet', 1);
    expect(ofStatefulSet).toMatchObject({
      reason: 'SuccessfulCreate',
      message: 'create Pod store-0 in StatefulSet store successful',
      source: { component: 'statefulset-controller' },
    });
    const [ofDaemonSet] = await events('DaemonSet', 1);
    expect(ofDaemonSet).toMatchObject({
      message: expect.stringMatching(/^Created pod: agent-/),
      source: { component: 'daemonset-controller' },
    });
    const [ofJob] = await events('Job', 1);
    expect(ofJob).toMatchObject({
      message: expect.stringMatching(/^Created pod: work-/),
      source: { component: 'job-controller' },
    });
  });

  it.each([
    ['Succeeded', 'Normal', 'Completed', 'Job completed'],
    [
      'Failed',
      'Warning',
      'BackoffLimitExceeded',
      'Job has reached the specified backoff limit',
    ],
  ])('once how a Job ended: %s', async (phase, type, reason, message) => {
    await make(at('batch', 'jobs'), {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'work' },
      spec: {
        backoffLimit: 0,
        // No node has this label: the pod ends when the test says so.
        template: {
          spec: {
            ...template.spec,
            restartPolicy: 'Never',
            nodeSelector: { nowhere: 'to-be-found' },
          },
        },
      },
    });
    const name = await until('its pod is there', 20_000, async () => {
      return (await podNames())[0];
    });
    await bench.patch(
      `/api/v1/namespaces/${namespace}/pods/${name}/status`,
      'merge',
      { status: { phase } },
    );
    const told = await events('Job', 2);
    expect(told.filter(event => event.reason !== 'SuccessfulCreate')).toEqual([
      expect.objectContaining({
        type,
        reason,
        message,
        count: 1,
        source: { component: 'job-controller' },
      }),
    ]);
  });
});
