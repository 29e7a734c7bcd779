import { describeConformance } from './describeConformance';

const AS_TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io';

type Definition = { name: string; type: string; priority: number };

/** What `kubectl get` shows of each kind; a star is for `-o wide`. */
const COLUMNS: [where: string, columns: string][] = [
  [
    'apps/v1/deployments',
    'Name Ready Up-to-date Available Age Containers* Images* Selector*',
  ],
  [
    'apps/v1/replicasets',
    'Name Desired Current Ready Age Containers* Images* Selector*',
  ],
  ['apps/v1/statefulsets', 'Name Ready Age Containers* Images*'],
  [
    'apps/v1/daemonsets',
    'Name Desired Current Ready Up-to-date Available Node_Selector Age Containers* Images* Selector*',
  ],
  ['apps/v1/controllerrevisions', 'Name Controller Revision Age'],
  [
    'batch/v1/jobs',
    'Name Status Completions Duration Age Containers* Images* Selector*',
  ],
  [
    'batch/v1/cronjobs',
    'Name Schedule Timezone Suspend Active Last_Schedule Age Containers* Images* Selector*',
  ],
  [
    'autoscaling/v2/horizontalpodautoscalers',
    'Name Reference Targets MinPods MaxPods Replicas Age',
  ],
  ['networking.k8s.io/v1/ingresses', 'Name Class Hosts Address Ports Age'],
  ['networking.k8s.io/v1/ingressclasses', 'Name Controller Parameters Age'],
  ['networking.k8s.io/v1/networkpolicies', 'Name Pod-Selector Age'],
  [
    'discovery.k8s.io/v1/endpointslices',
    'Name AddressType Ports Endpoints Age',
  ],
  [
    'storage.k8s.io/v1/storageclasses',
    'Name Provisioner ReclaimPolicy VolumeBindingMode AllowVolumeExpansion Age',
  ],
  [
    'scheduling.k8s.io/v1/priorityclasses',
    'Name Value Global-Default Age PreemptionPolicy',
  ],
  ['coordination.k8s.io/v1/leases', 'Name Holder Age'],
  ['v1/services', 'Name Type Cluster-IP External-IP Port(s) Age Selector*'],
  ['v1/endpoints', 'Name Endpoints Age'],
  [
    'v1/persistentvolumeclaims',
    'Name Status Volume Capacity Access_Modes StorageClass VolumeAttributesClass Age VolumeMode*',
  ],
  [
    'v1/persistentvolumes',
    'Name Capacity Access_Modes Reclaim_Policy Status Claim StorageClass VolumeAttributesClass Reason Age VolumeMode*',
  ],
];

describeConformance('Columns', cluster => {
  it.each(COLUMNS)('of %s', async (where, columns) => {
    const root = where.startsWith('v1/') ? '/api' : '/apis';
    const { status, body } = await cluster().get(`${root}/${where}`, {
      accept: AS_TABLE,
    });
    expect([status, body.kind]).toEqual([200, 'Table']);
    const names = (body.columnDefinitions as Definition[]).map(
      ({ name, priority }) =>
        `${name.replace(/ /g, '_')}${priority > 0 ? '*' : ''}`,
    );
    expect(names.join(' ')).toBe(columns);
  });
});
