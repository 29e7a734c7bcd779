import type { ResourceKind } from '../api/kinds';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { partial } from './partial';

type Column = {
  name: string;
  type: 'string' | 'integer';
  cell(object: KubernetesObject, now: Date): string | number;
};

const name: Column = {
  name: 'Name',
  type: 'string',
  cell: object => object.metadata.name,
};
const age: Column = {
  name: 'Age',
  type: 'string',
  cell: ({ metadata }, now) =>
    formatAge(now.getTime() - Date.parse(metadata.creationTimestamp ?? '')),
};
const text = (title: string, cell: Column['cell']): Column => ({
  name: title,
  type: 'string',
  cell,
});

const COLUMNS: Readonly<Record<string, Column[]>> = {
  Namespace: [text('Status', object => object.status?.phase ?? '')],
  Node: [
    text('Status', () => 'Ready'),
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
    text('Status', object =>
      object.metadata.deletionTimestamp
        ? 'Terminating'
        : (object.status?.phase ?? ''),
    ),
    { name: 'Restarts', type: 'integer', cell: () => 0 },
  ],
  Deployment: [
    text(
      'Ready',
      object =>
        `${object.status?.readyReplicas ?? 0}/${object.spec?.replicas ?? 1}`,
    ),
    {
      name: 'Up-to-date',
      type: 'integer',
      cell: object => object.status?.updatedReplicas ?? 0,
    },
    {
      name: 'Available',
      type: 'integer',
      cell: object => object.status?.availableReplicas ?? 0,
    },
  ],
  ReplicaSet: [
    {
      name: 'Desired',
      type: 'integer',
      cell: object => object.spec?.replicas ?? 1,
    },
    {
      name: 'Current',
      type: 'integer',
      cell: object => object.status?.replicas ?? 0,
    },
    {
      name: 'Ready',
      type: 'integer',
      cell: object => object.status?.readyReplicas ?? 0,
    },
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
  NetworkPolicy: [
    text('Pod-Selector', object =>
      selectorCell(object.spec?.podSelector?.matchLabels),
    ),
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
  const own = COLUMNS[kind.kind] ?? [];
  const columns = own.includes(age) ? [name, ...own] : [name, ...own, age];
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: listMetadata,
    columnDefinitions: columns.map(column => ({
      name: column.name,
      type: column.type,
      format: column === name ? 'name' : '',
      description: '',
      priority: 0,
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

function selectorCell(labels: Record<string, string> | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  return pairs.join(',') || '<none>';
}

function formatAge(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours}h` : `${Math.floor(hours / 24)}d`;
}
