import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import type { Rule } from './rules';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const ALL = [...READ, ...WRITE];

const CONTENT = [
  'configmaps',
  'endpoints',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'serviceaccounts',
  'services',
];
const WORKLOADS: readonly [group: string, resources: string[]][] = [
  [
    'apps',
    [
      ...['daemonsets', 'deployments', 'deployments/scale', 'replicasets'],
      ...['replicasets/scale', 'statefulsets', 'statefulsets/scale'],
    ],
  ],
  ['autoscaling', ['horizontalpodautoscalers']],
  ['batch', ['cronjobs', 'jobs']],
  ['networking.k8s.io', ['ingresses', 'networkpolicies']],
  ['policy', ['poddisruptionbudgets']],
];
const WATCHED = [
  ...['events', 'limitranges', 'namespaces', 'pods/log', 'pods/status'],
  ...['resourcequotas', 'resourcequotas/status', 'services/status'],
];

const workloads = (verbs: readonly string[]): Rule[] =>
  WORKLOADS.map(([group, resources]) => ({
    apiGroups: [group],
    resources,
    verbs,
  }));

const view: Rule[] = [
  { apiGroups: [''], resources: [...CONTENT, ...WATCHED], verbs: READ },
  ...workloads(READ),
  { apiGroups: ['metrics.k8s.io'], resources: ['nodes', 'pods'], verbs: READ },
];
const edit: Rule[] = [
  ...view,
  { apiGroups: [''], resources: [...CONTENT, 'secrets'], verbs: ALL },
  { apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] },
  { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
  ...workloads(ALL),
];
const RBAC = 'rbac.authorization.k8s.io';
const admin: Rule[] = [
  ...edit,
  { apiGroups: [RBAC], resources: ['roles', 'rolebindings'], verbs: ALL },
];

/** The roles that every cluster has; custom resources are in none of them but the first, as nothing aggregates here. */
const ROLES: Readonly<Record<string, Rule[]>> = {
  'cluster-admin': [
    { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
    { nonResourceURLs: ['*'], verbs: ['*'] },
  ],
  admin,
  edit,
  view,
  'system:discovery': [
    {
      nonResourceURLs: [
        ...['/api', '/api/*', '/apis', '/apis/*', '/healthz', '/livez'],
        ...['/openapi', '/openapi/*', '/readyz', '/version', '/version/'],
      ],
      verbs: ['get'],
    },
  ],
  'system:public-info-viewer': [
    {
      nonResourceURLs: [
        ...['/healthz', '/livez', '/readyz', '/version', '/version/'],
      ],
      verbs: ['get'],
    },
  ],
  'system:basic-user': [
    {
      apiGroups: ['authorization.k8s.io'],
      resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
      verbs: ['create'],
    },
    {
      apiGroups: ['authentication.k8s.io'],
      resources: ['selfsubjectreviews'],
      verbs: ['create'],
    },
  ],
};

/** The groups that have a role from the start. */
const BINDINGS: Readonly<Record<string, string[]>> = {
  'cluster-admin': ['system:masters'],
  'system:discovery': ['system:authenticated'],
  'system:basic-user': ['system:authenticated'],
  'system:public-info-viewer': [
    'system:authenticated',
    'system:unauthenticated',
  ],
};

/** Puts the roles that every cluster has, and their bindings, in place: at each start, as Kubernetes does. */
export function reconcileRoles(store: ObjectStore): void {
  const apiVersion = `${RBAC}/v1`;
  for (const [name, rules] of Object.entries(ROLES)) {
    put(store, { apiVersion, kind: 'ClusterRole', metadata: { name }, rules });
  }
  for (const [name, groups] of Object.entries(BINDINGS)) {
    put(store, {
      apiVersion,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
      subjects: groups.map(group => ({
        apiGroup: RBAC,
        kind: 'Group',
        name: group,
      })),
    });
  }
}

function put(store: ObjectStore, object: KubernetesObject): void {
  const kind = kindOf(object.kind);
  const before = store.find(kind, undefined, object.metadata.name);
  if (!before) store.create(kind, object);
  else store.update(kind, { ...before, ...object, metadata: before.metadata });
}
