import { defineKind as kind } from './defineKind';
import type { ResourceKind } from './ResourceKind';

const SCALABLE = {
  categories: ['all'],
  subresources: ['status' as const, 'scale' as const],
};
const RUNNING = { categories: ['all'], subresources: ['status' as const] };
const CLUSTER_WIDE = { namespaced: false };

/** What runs pods, and what they keep. */
export const WORKLOAD_KINDS: readonly ResourceKind[] = [
  kind('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim', {
    shortNames: ['pvc'],
    subresources: ['status'],
  }),
  kind('', 'v1', 'persistentvolumes', 'PersistentVolume', {
    ...CLUSTER_WIDE,
    shortNames: ['pv'],
    subresources: ['status'],
  }),
  kind('', 'v1', 'endpoints', 'Endpoints', { shortNames: ['ep'] }),
  kind('apps', 'v1', 'deployments', 'Deployment', {
    ...SCALABLE,
    shortNames: ['deploy'],
  }),
  kind('apps', 'v1', 'replicasets', 'ReplicaSet', {
    ...SCALABLE,
    shortNames: ['rs'],
  }),
  kind('apps', 'v1', 'statefulsets', 'StatefulSet', {
    ...SCALABLE,
    shortNames: ['sts'],
  }),
  kind('apps', 'v1', 'daemonsets', 'DaemonSet', {
    ...RUNNING,
    shortNames: ['ds'],
  }),
  kind('apps', 'v1', 'controllerrevisions', 'ControllerRevision'),
  kind('batch', 'v1', 'jobs', 'Job', RUNNING),
  kind('batch', 'v1', 'cronjobs', 'CronJob', {
    ...RUNNING,
    shortNames: ['cj'],
  }),
  kind(
    'autoscaling',
    'v2',
    'horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
    { ...RUNNING, shortNames: ['hpa'] },
  ),
];

/** What leads to pods, and what they are placed and kept by. */
export const EXTENDED_KINDS: readonly ResourceKind[] = [
  kind('networking.k8s.io', 'v1', 'networkpolicies', 'NetworkPolicy', {
    shortNames: ['netpol'],
  }),
  kind('networking.k8s.io', 'v1', 'ingresses', 'Ingress', {
    shortNames: ['ing'],
    subresources: ['status'],
  }),
  kind(
    'networking.k8s.io',
    'v1',
    'ingressclasses',
    'IngressClass',
    CLUSTER_WIDE,
  ),
  kind('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
  kind('storage.k8s.io', 'v1', 'storageclasses', 'StorageClass', {
    ...CLUSTER_WIDE,
    shortNames: ['sc'],
  }),
  kind('scheduling.k8s.io', 'v1', 'priorityclasses', 'PriorityClass', {
    ...CLUSTER_WIDE,
    shortNames: ['pc'],
  }),
  kind('coordination.k8s.io', 'v1', 'leases', 'Lease'),
];
