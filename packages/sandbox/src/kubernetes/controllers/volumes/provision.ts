import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../../storage/ObjectStore';

/** What makes volumes in the sandbox; a class that names another waits for it, as on any cluster that lacks it. */
export const PROVISIONER = 'csi.sandbox.caas.io';

/** Makes the volume that a claim asks for; undefined when its class cannot. */
export function provision(
  store: ObjectStore,
  claim: KubernetesObject,
  storageClass: KubernetesObject | undefined,
): KubernetesObject | undefined {
  if (storageClass?.provisioner !== PROVISIONER) return undefined;
  const { name, namespace, uid } = claim.metadata;
  const volumeName = `pvc-${uid}`;
  const kind = kindOf('PersistentVolume');
  return (
    store.find(kind, undefined, volumeName) ??
    store.create(kind, {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: {
        name: volumeName,
        annotations: { 'pv.kubernetes.io/provisioned-by': PROVISIONER },
        finalizers: ['kubernetes.io/pv-protection'],
      },
      spec: {
        accessModes: claim.spec?.accessModes,
        capacity: { storage: claim.spec?.resources?.requests?.storage },
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          name,
          namespace,
          uid,
        },
        csi: { driver: PROVISIONER, volumeHandle: volumeName },
        persistentVolumeReclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
        storageClassName: storageClass.metadata.name,
        volumeMode: claim.spec?.volumeMode ?? 'Filesystem',
      },
      status: { phase: 'Pending' },
    })
  );
}
