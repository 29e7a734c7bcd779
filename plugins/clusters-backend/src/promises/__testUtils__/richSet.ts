import type {
  ApplySetInput,
  DesiredObject,
} from '@caas/plugin-clusters-common';
import {
  configMap,
  namespace,
  quota,
  setOf,
} from '../../__testUtils__/applySets';

/** A set with an object of every kind that an owner may put. */
export function richSet(
  name: string,
  changes: Partial<ApplySetInput> = {},
): ApplySetInput {
  return setOf(name, { objects: richObjects(name), ...changes });
}

function richObjects(name: string): DesiredObject[] {
  const metadata = (own: string) => ({ name: own, namespace: name });
  const rbac = 'rbac.authorization.k8s.io';
  return [
    namespace(name),
    quota(name),
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: metadata('limits'),
      spec: {
        limits: [{ type: 'Container', default: { cpu: '500m' } }],
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadata('deny'),
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: metadata('deployer'),
      automountServiceAccountToken: false,
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'Role',
      metadata: metadata('reader'),
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata: metadata('readers'),
      roleRef: { apiGroup: rbac, kind: 'Role', name: 'reader' },
      subjects: [{ apiGroup: rbac, kind: 'Group', name: 'life' }],
    },
    configMap(name),
  ];
}
