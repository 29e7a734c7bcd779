import { until } from '@caas/backend-testing/processes';
import { describeKubectl } from './Kubectl';
import { autoscaler, deployment } from './objects';

jest.setTimeout(120_000);

describeKubectl('kubectl with workloads', ({ run: kubectl, manifest }) => {
  const apply = (object: unknown) => kubectl('apply', '-f', manifest(object));
  const image = 'registry.example.com/life/policy';

  it('rolls out, restarts, and goes back', async () => {
    await apply(deployment('web', 2));
    const done = 'deployment "web" successfully rolled out\n';
    const rollout = (verb: string, ...more: string[]) =>
      kubectl('rollout', verb, 'deployment/web', ...more);
    expect(await rollout('status', '--timeout=60s')).toContain(done);
    await kubectl('set', 'image', 'deployment/web', `main=${image}:2.0.0`);
    expect(await rollout('status', '--timeout=60s')).toContain(done);
    expect(await rollout('restart')).toBe('deployment.apps/web restarted\n');
    expect(await rollout('status', '--timeout=60s')).toContain(done);
    expect(await rollout('history')).toMatch(/^3 +<none>$/m);
    expect(await rollout('undo', '--to-revision=1')).toBe(
      'deployment.apps/web rolled back\n',
    );
    expect(await rollout('status', '--timeout=60s')).toContain(done);
    const images = await kubectl(
      'get',
      'pods',
      '-l',
      'app=web',
      '-o=jsonpath={.items[*].spec.containers[0].image}',
    );
    expect(images).toBe(`${image}:1.0.0 ${image}:1.0.0`);
  });

  it('scales, and lets usage scale', async () => {
    await apply(deployment('busy', 1, { cpu: '100m', memory: '64Mi' }));
    expect(await kubectl('scale', 'deployment/busy', '--replicas=2')).toBe(
      'deployment.apps/busy scaled\n',
    );
    await kubectl('rollout', 'status', 'deployment/busy', '--timeout=60s');
    // Not with `kubectl autoscale`: up to 1.32 that asks for autoscaling/v1.
    await apply(autoscaler('busy', { min: 3, max: 5, cpuPercent: 50 }));
    await until('the autoscaler has given it three pods', 60_000, async () =>
      /^busy +Deployment\/busy +cpu: \S+\/50% +3 +5 +3 /m.test(
        await kubectl('get', 'hpa'),
      ),
    );
    const status = await kubectl(
      'get',
      'hpa/busy',
      '-o=jsonpath={.status.conditions[?(@.type=="ScalingActive")].reason}',
    );
    expect(status).toBe('ValidMetricFound');
  });

  it('runs jobs, once and by a schedule', async () => {
    expect(
      await kubectl('create', 'job', 'once', `--image=${image}:1.0.0`),
    ).toBe('job.batch/once created\n');
    await kubectl(
      'wait',
      'job/once',
      '--for=condition=Complete',
      '--timeout=60s',
    );
    expect(await kubectl('get', 'jobs')).toMatch(/^once +Complete +1\/1 +\ds/m);
    await kubectl(
      'create',
      'cronjob',
      'nightly',
      `--image=${image}:1.0.0`,
      '--schedule=0 2 * * *',
    );
    expect(await kubectl('get', 'cronjobs')).toMatch(
      /^nightly +0 2 \* \* \* +<none> +False +0 +<none>/m,
    );
    await kubectl('create', 'job', 'by-hand', '--from=cronjob/nightly');
    await kubectl(
      'wait',
      'job/by-hand',
      '--for=condition=Complete',
      '--timeout=60s',
    );
    expect(await kubectl('get', 'pods', '-l', 'job-name=by-hand')).toMatch(
      /^by-hand-\S+ +0\/1 +Completed +0 /m,
    );
  });

  it('runs a StatefulSet with volumes, in order', async () => {
    const labels = { app: 'db' };
    const web = deployment('db', 2);
    await apply({
      ...web,
      kind: 'StatefulSet',
      spec: {
        ...web.spec,
        serviceName: 'db',
        selector: { matchLabels: labels },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: '1Gi' } },
            },
          },
        ],
      },
    });
    expect(
      await kubectl('rollout', 'status', 'sts/db', '--timeout=60s'),
    ).toContain('2 new pods have been updated');
    expect(await kubectl('get', 'pvc')).toMatch(
      /^data-db-1 +Bound +pvc-\S+ +1Gi +RWO +standard +/m,
    );
    expect(await kubectl('get', 'sc')).toMatch(/^standard \(default\) +/m);
    await kubectl('rollout', 'restart', 'sts/db');
    await kubectl('rollout', 'status', 'sts/db', '--timeout=60s');
    expect(await kubectl('rollout', 'history', 'sts/db')).toMatch(
      /^2 +<none>$/m,
    );
  });

  it('runs a pod on every node for a DaemonSet', async () => {
    const agent = deployment('agent', 1);
    const { replicas: _, ...spec } = agent.spec;
    const tolerations = [{ operator: 'Exists' }];
    const { template } = spec;
    await apply({
      ...agent,
      kind: 'DaemonSet',
      spec: {
        ...spec,
        template: { ...template, spec: { ...template.spec, tolerations } },
      },
    });
    await kubectl('rollout', 'status', 'ds/agent', '--timeout=60s');
    expect(await kubectl('get', 'ds')).toMatch(
      /^agent +6 +6 +6 +6 +6 +<none>/m,
    );
  });

  it('shows everything, and what leads to it', async () => {
    await kubectl('expose', 'deployment/web', '--port=80');
    await kubectl(
      'create',
      'ingress',
      'web',
      '--class=nginx',
      '--rule=web.example.com/*=web:80',
    );
    const all = await kubectl('get', 'all');
    for (const name of [
      'pod/web-',
      'service/web ',
      'deployment.apps/web ',
      'replicaset.apps/web-',
      'statefulset.apps/db ',
      'daemonset.apps/agent ',
      'job.batch/once ',
      'cronjob.batch/nightly ',
      'horizontalpodautoscaler.autoscaling/busy ',
    ]) {
      expect(all).toContain(name);
    }
    expect(await kubectl('get', 'pods', '-A')).toMatch(
      /^kube-system +coredns-\S+ +1\/1 +Running/m,
    );
    expect(await kubectl('get', 'pvc,ing')).toMatch(
      /^ingress.networking.k8s.io\/web +nginx +web.example.com +80 /m,
    );
    await until('the Service has its two pods', 30_000, async () =>
      /^web +IPv4 +\d+ +\d+[.]\S+,\d+[.]/m.test(
        (await kubectl('get', 'endpointslices')).replace(/^web-\S+/m, 'web'),
      ),
    );
    expect(await kubectl('describe', 'deployment', 'web')).toMatch(
      /^Replicas: +2 desired \| 2 updated \| 2 total \| 2 available/m,
    );
  });

  it('leads through a Gateway', async () => {
    await apply({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'edge' },
      spec: {
        gatewayClassName: 'sandbox',
        listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }],
      },
    });
    await apply({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'web' },
      spec: {
        parentRefs: [{ name: 'edge' }],
        hostnames: ['web.example.com'],
        rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
      },
    });
    await kubectl(
      'wait',
      'gtw/edge',
      '--for=condition=Programmed',
      '--timeout=30s',
    );
    expect(await kubectl('get', 'gateways')).toMatch(
      /^edge +sandbox +10\.60\.\S+ +True +\d+s/m,
    );
    await until('the route is accepted', 30_000, async () => {
      const jsonpath =
        '{.status.parents[0].conditions[?(@.type=="Accepted")].status}';
      const status = await kubectl(
        'get',
        'httproute/web',
        `-o=jsonpath=${jsonpath}`,
      );
      return status === 'True';
    });
  });
});
