import { describeConformance } from './describeConformance';

const given = { name: 'main', image: 'registry.example.com/a:1' };
const container = {
  ...given,
  imagePullPolicy: 'IfNotPresent',
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};
const podSpec = (restartPolicy: string) => ({
  containers: [container],
  dnsPolicy: 'ClusterFirst',
  restartPolicy,
  schedulerName: 'default-scheduler',
  securityContext: {},
  terminationGracePeriodSeconds: 30,
});
const labels = { app: 'x' };
const workload = {
  selector: { matchLabels: labels },
  template: { metadata: { labels }, spec: { containers: [given] } },
};
const filled = {
  selector: workload.selector,
  template: { metadata: { labels }, spec: podSpec('Always') },
};
const ending = { spec: { containers: [given], restartPolicy: 'Never' } };
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

type Case = [where: string, kind: string, spec: object, stored: object];

/** What a server makes of a spec that leaves everything open that it can. */
const CASES: Case[] = [
  [
    'apps/v1/statefulsets',
    'StatefulSet',
    {
      ...workload,
      serviceName: 'x',
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
    {
      ...filled,
      serviceName: 'x',
      replicas: 1,
      podManagementPolicy: 'OrderedReady',
      revisionHistoryLimit: 10,
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: 'Retain',
        whenScaled: 'Retain',
      },
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { partition: 0 },
      },
      volumeClaimTemplates: [
        {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            resources: { requests: { storage: '1Gi' } },
            volumeMode: 'Filesystem',
          },
          status: { phase: 'Pending' },
        },
      ],
    },
  ],
  [
    'apps/v1/daemonsets',
    'DaemonSet',
    workload,
    {
      ...filled,
      revisionHistoryLimit: 10,
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
      },
    },
  ],
  ['apps/v1/replicasets', 'ReplicaSet', workload, { ...filled, replicas: 1 }],
  [
    'batch/v1/jobs',
    'Job',
    { parallelism: 2, template: ending },
    {
      backoffLimit: 6,
      completionMode: 'NonIndexed',
      manualSelector: false,
      parallelism: 2,
      podReplacementPolicy: 'TerminatingOrFailed',
      suspend: false,
      selector: expect.anything(),
      template: { metadata: expect.anything(), spec: podSpec('Never') },
    },
  ],
  [
    'batch/v1/cronjobs',
    'CronJob',
    { schedule: '@hourly', jobTemplate: { spec: { template: ending } } },
    {
      schedule: '@hourly',
      concurrencyPolicy: 'Allow',
      failedJobsHistoryLimit: 1,
      successfulJobsHistoryLimit: 3,
      suspend: false,
      jobTemplate: {
        metadata: {},
        spec: { template: { metadata: {}, spec: podSpec('Never') } },
      },
    },
  ],
  [
    'autoscaling/v2/horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
    { maxReplicas: 3, scaleTargetRef: target },
    {
      maxReplicas: 3,
      minReplicas: 1,
      scaleTargetRef: target,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 80 },
          },
        },
      ],
    },
  ],
  [
    'networking.k8s.io/v1/networkpolicies',
    'NetworkPolicy',
    { podSelector: {}, ingress: [{ ports: [{ port: 80 }] }], egress: [{}] },
    {
      podSelector: {},
      ingress: [{ ports: [{ port: 80, protocol: 'TCP' }] }],
      egress: [{}],
      policyTypes: ['Ingress', 'Egress'],
    },
  ],
  [
    'networking.k8s.io/v1/networkpolicies',
    'NetworkPolicy',
    {},
    { podSelector: {}, policyTypes: ['Ingress'] },
  ],
];

describeConformance('Defaults', cluster => {
  let namespace: string;
  beforeAll(async () => {
    namespace = await cluster().namespace();
  });

  it.each(CASES)('of %s for a %s of %j', async (where, kind, spec, stored) => {
    const [group, version, plural] = where.split('/');
    const { status, body } = await cluster().post(
      `/apis/${group}/${version}/namespaces/${namespace}/${plural}?dryRun=All`,
      {
        apiVersion: `${group}/${version}`,
        kind,
        metadata: { name: 'some' },
        spec,
      },
    );
    expect([status, body.spec]).toEqual([201, stored]);
  });

  it('of classes', async () => {
    const storage = await cluster().post(
      '/apis/storage.k8s.io/v1/storageclasses?dryRun=All',
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: 'some' },
        provisioner: 'example.com/any',
      },
    );
    expect(storage.body).toMatchObject({
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
    });
    const priority = await cluster().post(
      '/apis/scheduling.k8s.io/v1/priorityclasses?dryRun=All',
      {
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name: 'some' },
        value: 1,
      },
    );
    expect(priority.body).toMatchObject({
      preemptionPolicy: 'PreemptLowerPriority',
      value: 1,
      metadata: { generation: 1 },
    });
  });
});
