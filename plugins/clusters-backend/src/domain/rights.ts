import type { ConnectionCheck } from '@caas/plugin-clusters-common';

/** A right that the portal asks of a cluster: verbs on one resource, with its group, in all namespaces. */
export type Right = {
  use: NonNullable<ConnectionCheck['right']>['use'];
  group: string;
  resource: string;
  subresource?: string;
  /** Only these objects: asked about one by one. */
  names?: readonly string[];
  verbs: readonly string[];
};

const FOLLOWED = ['list', 'watch'];
const MANAGED = ['get', 'list', 'watch', 'create', 'patch', 'delete'];

const RESOURCES: Readonly<
  Record<'views' | 'applySets', Readonly<Record<string, readonly string[]>>>
> = {
  views: {
    '': ['nodes', 'pods', 'events', 'services', 'persistentvolumeclaims'],
    apps: ['deployments', 'statefulsets', 'daemonsets'],
    batch: ['jobs', 'cronjobs'],
    autoscaling: ['horizontalpodautoscalers'],
    'networking.k8s.io': ['ingresses'],
    'gateway.networking.k8s.io': ['gateways', 'httproutes'],
  },
  applySets: {
    '': [
      'namespaces',
      'resourcequotas',
      'limitranges',
      'serviceaccounts',
      'configmaps',
    ],
    'networking.k8s.io': ['networkpolicies'],
    'rbac.authorization.k8s.io': ['roles', 'rolebindings'],
  },
};

const forEach = (
  resources: Readonly<Record<string, readonly string[]>>,
  right: Pick<Right, 'use' | 'verbs'>,
): Right[] =>
  Object.entries(resources).flatMap(([group, names]) =>
    names.map(resource => ({ ...right, group, resource })),
  );

/** Everything that the portal does on a cluster; what is missing of it is a gap, and keeps nobody from registering it. */
export const RIGHTS: readonly Right[] = [
  ...forEach(RESOURCES.views, { use: 'views', verbs: FOLLOWED }),
  {
    use: 'views',
    group: 'metrics.k8s.io',
    resource: 'nodes',
    verbs: ['list'],
  },
  {
    use: 'views',
    group: 'metrics.k8s.io',
    resource: 'pods',
    verbs: ['list'],
  },
  ...forEach(RESOURCES.applySets, { use: 'apply-sets', verbs: MANAGED }),
  // Tenants get these roles in their namespaces; nobody may hand on a role that they may not bind.
  {
    use: 'apply-sets',
    group: 'rbac.authorization.k8s.io',
    resource: 'clusterroles',
    names: ['admin', 'edit', 'view'],
    verbs: ['bind'],
  },
  ...forEach(
    { apps: ['deployments', 'statefulsets', 'daemonsets'], '': ['nodes'] },
    { use: 'actions', verbs: ['get', 'patch'] },
  ),
  // Namespaces whose lease is over are stopped: what runs in them is scaled to zero, and runs on no timetable.
  ...forEach({ batch: ['cronjobs'] }, { use: 'actions', verbs: ['patch'] }),
  ...forEach(
    { apps: ['deployments', 'statefulsets'] },
    { use: 'actions', verbs: ['get', 'update'] },
  ).map(right => ({ ...right, subresource: 'scale' })),
  ...forEach(
    { policy: ['poddisruptionbudgets'] },
    { use: 'actions', verbs: ['list'] },
  ),
  {
    use: 'actions',
    group: '',
    resource: 'pods',
    subresource: 'log',
    verbs: ['get'],
  },
  {
    use: 'actions',
    group: '',
    resource: 'pods',
    subresource: 'eviction',
    verbs: ['create'],
  },
];

/** `pods/log`, `deployments.apps`, `deployments.apps/scale`: as Kubernetes writes them. */
export function nameOfRight({ group, resource, subresource }: Right): string {
  const name = group ? `${resource}.${group}` : resource;
  return subresource ? `${name}/${subresource}` : name;
}
