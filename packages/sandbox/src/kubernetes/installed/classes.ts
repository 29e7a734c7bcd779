import { PROVISIONER } from '../controllers/volumes/provision';
import type { KubernetesObject } from '../storage/KubernetesObject';

const priorityClass = (
  name: string,
  value: number,
  description: string,
): KubernetesObject => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name },
  value,
  description,
});

/** Every cluster has these. */
export const PRIORITY_CLASSES: readonly KubernetesObject[] = [
  priorityClass(
    'system-cluster-critical',
    2_000_000_000,
    'Used for system critical pods that must run in the cluster, but can be moved to another node if necessary.',
  ),
  priorityClass(
    'system-node-critical',
    2_000_001_000,
    'Used for system critical pods that must not be moved from their current node.',
  ),
];

const storageClass = (
  name: string,
  volumeBindingMode: string,
  annotations?: Record<string, string>,
): KubernetesObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name, ...(annotations && { annotations }) },
  provisioner: PROVISIONER,
  reclaimPolicy: 'Delete',
  volumeBindingMode,
  allowVolumeExpansion: true,
});

/** What volumes of the sandbox are made of: a default that waits for a pod, and one that does not. */
export const STORAGE_CLASSES: readonly KubernetesObject[] = [
  storageClass('standard', 'WaitForFirstConsumer', {
    'storageclass.kubernetes.io/is-default-class': 'true',
  }),
  storageClass('shared', 'Immediate'),
];
