import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { nodeState, podRestarts, podState } from './states';
import { age, createdAt, text, type Column } from './columns/Column';
import { NETWORK_COLUMNS } from './columns/network';
import { OTHER_COLUMNS } from './columns/others';
import { STORAGE_COLUMNS, storageClassName } from './columns/storage';
import { WORKLOAD_COLUMNS } from './columns/workloads';
import { ageOf } from './humanDuration';
import { partial } from './partial';

const name: Column = text('Name', object =>
  object.kind === 'StorageClass'
    ? storageClassName(object)
    : object.metadata.name,
);

const COLUMNS: Readonly<Record<string, Column[]>> = {
  ...WORKLOAD_COLUMNS,
  ...NETWORK_COLUMNS,
  ...STORAGE_COLUMNS,
  ...OTHER_COLUMNS,
  Namespace: [text('Status', object => object.status?.phase ?? '')],
  Node: [
    text('Status', nodeState),
    text('Roles', () => '<none>'),
    age,
    text('Version', object => object.status?.nodeInfo?.kubeletVersion ?? ''),
  ],
  Pod: [
    text('Ready', object => {
      const containers = object.spec?.containers?.length ?? 0;
      const ready =
        object.status?.containerStatuses?.filter(
          (status: { ready: boolean }) => status.ready,
        ).length ?? 0;
      return `${ready}/${containers}`;
    }),
    text('Status', podState),
    text('Restarts', podRestarts),
    age,
    { ...text('IP', object => object.status?.podIP ?? '<none>'), priority: 1 },
    {
      ...text('Node', object => object.spec?.nodeName ?? '<none>'),
      priority: 1,
    },
  ],
  PodDisruptionBudget: [
    text('Min Available', object => object.spec?.minAvailable ?? 'N/A'),
    text('Max Unavailable', object => object.spec?.maxUnavailable ?? 'N/A'),
    {
      name: 'Allowed Disruptions',
      type: 'integer',
      cell: object => object.status?.disruptionsAllowed ?? 0,
    },
  ],
  Event: [
    text('Last Seen', ({ lastTimestamp, eventTime }, now) =>
      ageOf(lastTimestamp ?? eventTime, now),
    ),
    text('Type', object => object.type ?? ''),
    text('Reason', object => object.reason ?? ''),
    text(
      'Object',
      ({ involvedObject }) =>
        `${involvedObject?.kind?.toLowerCase()}/${involvedObject?.name}`,
    ),
    text('Message', object => object.message ?? ''),
    { ...name, priority: 1 },
  ],
  ResourceQuota: [
    text('Request', object =>
      quotaCell(object, resource => !resource.startsWith('limits.')),
    ),
    text('Limit', object =>
      quotaCell(object, resource => resource.startsWith('limits.')),
    ),
  ],
  ConfigMap: [
    {
      name: 'Data',
      type: 'integer',
      cell: object => Object.keys(object.data ?? {}).length,
    },
  ],
  Secret: [
    text('Type', object => object.type ?? 'Opaque'),
    {
      name: 'Data',
      type: 'integer',
      cell: object => Object.keys(object.data ?? {}).length,
    },
  ],
  RoleBinding: [
    text('Role', object => `${object.roleRef?.kind}/${object.roleRef?.name}`),
  ],
  ClusterRoleBinding: [
    text('Role', object => `${object.roleRef?.kind}/${object.roleRef?.name}`),
  ],
};

/** What `kubectl get` asks for: rows and columns instead of objects. */
export function toTable(
  kind: ResourceKind,
  objects: KubernetesObject[],
  listMetadata: object,
  now: Date,
) {
  const own = COLUMNS[kind.kind] ?? kind.columns ?? [];
  const hasAge =
    own.includes(age) ||
    own.includes(createdAt) ||
    kind.columns ||
    kind.kind === 'Event';
  const columns = [
    ...(kind.kind === 'Event' ? [] : [name]),
    ...own,
    ...(hasAge ? [] : [age]),
  ];
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: listMetadata,
    columnDefinitions: columns.map(column => ({
      name: column.name,
      type: column.type,
      format: column.name === name.name ? 'name' : '',
      description: '',
      priority: column.priority ?? 0,
    })),
    rows: objects.map(object => ({
      cells: columns.map(column => column.cell(object, now)),
      object: partial(object),
    })),
  };
}

function quotaCell(
  quota: KubernetesObject,
  keep: (resource: string) => boolean,
): string {
  const hard: Record<string, string> =
    quota.status?.hard ?? quota.spec?.hard ?? {};
  return Object.keys(hard)
    .filter(keep)
    .sort()
    .map(
      resource =>
        `${resource}: ${quota.status?.used?.[resource] ?? '0'}/${hard[resource]}`,
    )
    .join(', ');
}
