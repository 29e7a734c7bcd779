import { defineKind as kind } from './defineKind';
import { METRICS_KINDS } from '../metrics/metricsKinds';
import type { ResourceKind } from './ResourceKind';
import { EXTENDED_KINDS, WORKLOAD_KINDS } from './workloadKinds';

const RBAC = 'rbac.authorization.k8s.io';

/** Every kind of the sandbox; what is not here answers 404, as on a cluster that lacks it. */
export const KINDS: readonly ResourceKind[] = [
  kind('', 'v1', 'namespaces', 'Namespace', {
    namespaced: false,
    shortNames: ['ns'],
    subresources: ['status'],
  }),
  kind('', 'v1', 'nodes', 'Node', {
    namespaced: false,
    shortNames: ['no'],
    subresources: ['status'],
  }),
  kind('', 'v1', 'resourcequotas', 'ResourceQuota', {
    shortNames: ['quota'],
    subresources: ['status'],
  }),
  kind('', 'v1', 'limitranges', 'LimitRange', { shortNames: ['limits'] }),
  kind('', 'v1', 'configmaps', 'ConfigMap', { shortNames: ['cm'] }),
  kind('', 'v1', 'secrets', 'Secret'),
  kind('', 'v1', 'services', 'Service', {
    shortNames: ['svc'],
    categories: ['all'],
    subresources: ['status'],
  }),
  kind('', 'v1', 'serviceaccounts', 'ServiceAccount', {
    shortNames: ['sa'],
    subresources: ['token'],
  }),
  kind('', 'v1', 'events', 'Event', { shortNames: ['ev'] }),
  kind('', 'v1', 'pods', 'Pod', {
    shortNames: ['po'],
    categories: ['all'],
    subresources: ['status', 'log', 'eviction'],
  }),
  ...WORKLOAD_KINDS,
  kind('policy', 'v1', 'poddisruptionbudgets', 'PodDisruptionBudget', {
    shortNames: ['pdb'],
    subresources: ['status'],
  }),
  ...EXTENDED_KINDS,
  kind(
    'apiextensions.k8s.io',
    'v1',
    'customresourcedefinitions',
    'CustomResourceDefinition',
    {
      namespaced: false,
      shortNames: ['crd', 'crds'],
      categories: ['api-extensions'],
      subresources: ['status'],
    },
  ),
  kind(RBAC, 'v1', 'roles', 'Role'),
  kind(RBAC, 'v1', 'rolebindings', 'RoleBinding'),
  kind(RBAC, 'v1', 'clusterroles', 'ClusterRole', { namespaced: false }),
  kind(RBAC, 'v1', 'clusterrolebindings', 'ClusterRoleBinding', {
    namespaced: false,
  }),
  ...METRICS_KINDS,
];

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

/** What can be done with a kind; all namespaces cannot be deleted at once. */
export function verbsOf({
  kind: name,
  group,
  verbs = VERBS,
}: ResourceKind): string[] {
  const isNamespace = name === 'Namespace' && group === '';
  return verbs.filter(verb => !(isNamespace && verb === 'deletecollection'));
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf({ group, version }: ResourceKind): string {
  return group ? `${group}/${version}` : version;
}
