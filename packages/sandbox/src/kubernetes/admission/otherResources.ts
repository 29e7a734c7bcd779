import type { KubernetesObject } from '../storage/KubernetesObject';
import { parseQuantity } from './quantity';

const OF_CLASS = '.storageclass.storage.k8s.io/';

/** Whether volume claims use a resource: `requests.storage`, or that of one storage class. */
export function isStorage(resource: string): boolean {
  return resource === 'requests.storage' || resource.includes(OF_CLASS);
}

/** What a volume claim counts for in a quota, in all and in its storage class. */
export function claimUse({ spec }: KubernetesObject): Record<string, number> {
  const storage = parseQuantity(spec?.resources?.requests?.storage) ?? 0;
  const ofClass = `${spec?.storageClassName}${OF_CLASS}`;
  return {
    'requests.storage': storage,
    ...(spec?.storageClassName && {
      [`${ofClass}requests.storage`]: storage,
      [`${ofClass}persistentvolumeclaims`]: 1,
    }),
  };
}

/** What a Service counts for in a quota: what lies outside of the cluster costs. */
export function serviceUse({ spec }: KubernetesObject): Record<string, number> {
  const isBalanced = spec?.type === 'LoadBalancer';
  const hasPorts = isBalanced || spec?.type === 'NodePort';
  return {
    ...(isBalanced && { 'services.loadbalancers': 1 }),
    ...(hasPorts && { 'services.nodeports': spec.ports?.length ?? 0 }),
  };
}
