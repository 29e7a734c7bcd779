import { failure } from './answers';
import { describeConformance } from './describeConformance';
import { BATCH } from './refusals/batch';
import { NETWORK } from './refusals/network';
import { KINDS } from './refusals/Refusal';
import { WORKLOADS } from './refusals/workloads';

const containers = [{ name: 'main', image: 'a:1' }];
const labels = { app: 'x' };
const selector = { matchLabels: labels };
const template = { metadata: { labels }, spec: { containers } };
const ending = { spec: { containers, restartPolicy: 'Never' } };
const jobTemplate = { spec: { template: ending } };
const cron = { schedule: '* * * * *', jobTemplate };
const claim = {
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '1Gi' } },
};

describeConformance('Refusals', cluster => {
  let namespace: string;
  beforeAll(async () => {
    namespace = await cluster().namespace();
  });
  const listOf = (kind: keyof typeof KINDS) => {
    const [version, plural] = KINDS[kind];
    const root = version === 'v1' ? '/api/v1' : `/apis/${version}`;
    return `${root}/namespaces/${namespace}/${plural}`;
  };
  const make = (kind: keyof typeof KINDS, name: string, spec: object) => ({
    apiVersion: KINDS[kind][0],
    kind,
    metadata: { name },
    spec,
  });
  const subject = (kind: keyof typeof KINDS, name: string) => {
    const [group] = KINDS[kind][0].split('/').reverse().slice(1);
    return `${group ? `${kind}.${group}` : kind} "${name}" is invalid`;
  };

  it.each([...WORKLOADS, ...BATCH, ...NETWORK])(
    'of a %s of %j',
    async (kind, spec, faults) => {
      const answer = await cluster().post(
        `${listOf(kind)}?dryRun=All`,
        make(kind, 'bad', spec),
      );
      expect(failure(answer)).toEqual([
        422,
        'Invalid',
        `${subject(kind, 'bad')}: ${faults}`,
      ]);
    },
  );

  it.each<[keyof typeof KINDS, object, object, string]>([
    [
      'StatefulSet',
      { serviceName: 'a', selector, template },
      { serviceName: 'b' },
      "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    ],
    ...(['Deployment', 'ReplicaSet', 'DaemonSet'] as const).map(
      (kind): [keyof typeof KINDS, object, object, string] => [
        kind,
        {
          selector,
          template: {
            ...template,
            spec: { containers, nodeSelector: { nowhere: 'true' } },
          },
        },
        {
          selector: { matchLabels: { app: 'z' } },
          template: { metadata: { labels: { app: 'z' } } },
        },
        'spec.selector: Invalid value: {"matchLabels":{"app":"z"}}: field is immutable',
      ],
    ),
    [
      'Job',
      { suspend: true, completions: 1, template: ending },
      { completions: 5 },
      'spec.completions: Invalid value: 5: field is immutable',
    ],
    [
      'PersistentVolumeClaim',
      { ...claim, storageClassName: 'nobody-makes-these' },
      { accessModes: ['ReadWriteMany'] },
      'spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
    ],
  ])('to change what a %s is for good', async (kind, spec, change, fault) => {
    const name = cluster().unique('fixed');
    await cluster().expectCreated(listOf(kind), make(kind, name, spec));
    const answer = await cluster().patch(`${listOf(kind)}/${name}`, 'merge', {
      spec: change,
    });
    const [status, reason, message] = failure(answer);
    expect([status, reason]).toEqual([422, 'Invalid']);
    expect(message).toContain(`${subject(kind, name)}: ${fault}`);
  });

  it('to change the work of a Job', async () => {
    const name = cluster().unique('fixed');
    const spec = { suspend: true, template: ending };
    await cluster().expectCreated(listOf('Job'), make('Job', name, spec));
    const answer = await cluster().patch(`${listOf('Job')}/${name}`, 'merge', {
      spec: { template: { spec: { restartPolicy: 'OnFailure' } } },
    });
    const [status, reason, message] = failure(answer);
    expect([status, reason]).toEqual([422, 'Invalid']);
    expect(message).toContain(': spec.template: Invalid value: ');
    expect(message).toContain(': field is immutable');
  });

  it('of names that are too long for what is made of them', async () => {
    const name = 'a'.repeat(53);
    const answer = await cluster().post(
      `${listOf('CronJob')}?dryRun=All`,
      make('CronJob', name, cron),
    );
    expect(failure(answer)[2]).toBe(
      `CronJob.batch "${name}" is invalid: metadata.name: Invalid value: "${name}": must be no more than 52 characters`,
    );
  });

  it('to move a Service', async () => {
    const name = cluster().unique('web');
    const ports = [{ port: 80 }];
    await cluster().expectCreated(
      listOf('Service'),
      make('Service', name, { ports }),
    );
    const clusterIP = '10.96.254.254';
    const answer = await cluster().patch(
      `${listOf('Service')}/${name}`,
      'merge',
      { spec: { clusterIP, clusterIPs: [clusterIP] } },
    );
    expect(failure(answer)[2]).toBe(
      `Service "${name}" is invalid: spec.clusterIPs[0]: Invalid value: ["${clusterIP}"]: may not change once set`,
    );
  });

  it('to change what a class of volumes or of priorities is', async () => {
    const name = cluster().unique('class');
    const storage = '/apis/storage.k8s.io/v1/storageclasses';
    const priority = '/apis/scheduling.k8s.io/v1/priorityclasses';
    await cluster().expectCreated(storage, {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name },
      provisioner: 'example.com/any',
    });
    await cluster().expectCreated(priority, {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      value: 7,
    });
    cluster().deleteAtEnd(`${storage}/${name}`);
    cluster().deleteAtEnd(`${priority}/${name}`);
    const other = await cluster().patch(`${storage}/${name}`, 'merge', {
      parameters: { a: 'b' },
      reclaimPolicy: 'Retain',
    });
    expect(failure(other)[2]).toBe(
      `StorageClass.storage.k8s.io "${name}" is invalid: [parameters: Forbidden: updates to parameters are forbidden., reclaimPolicy: Forbidden: updates to reclaimPolicy are forbidden.]`,
    );
    const higher = await cluster().patch(`${priority}/${name}`, 'merge', {
      value: 8,
    });
    expect(failure(higher)[2]).toBe(
      `PriorityClass.scheduling.k8s.io "${name}" is invalid: value: Forbidden: may not be changed in an update.`,
    );
  });
});
