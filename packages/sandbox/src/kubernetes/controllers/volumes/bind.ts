import { parseQuantity } from '../../admission/quantity';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../../storage/ObjectStore';
import type { Pass } from '../Pass';
import { setPhase } from './reconcileVolume';

const BOUND = {
  'pv.kubernetes.io/bind-completed': 'yes',
  'pv.kubernetes.io/bound-by-controller': 'yes',
};

/** Ties a claim and a volume to each other: the volume first, as whoever finds it tied ends what was begun. */
export function bind(
  pass: Pass,
  claim: KubernetesObject,
  volume: KubernetesObject,
): void {
  const { store } = pass;
  const { name, namespace, uid } = claim.metadata;
  const tied = store.update(kindOf('PersistentVolume'), {
    ...volume,
    spec: {
      ...volume.spec,
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        ...volume.spec?.claimRef,
        name,
        namespace,
        uid,
      },
    },
  });
  setPhase(pass, tied, 'Bound');
  const kind = kindOf('PersistentVolumeClaim');
  store.update(kind, {
    ...store.get(kind, namespace, name),
    metadata: {
      ...claim.metadata,
      annotations: { ...claim.metadata.annotations, ...BOUND },
    },
    spec: { ...claim.spec, volumeName: volume.metadata.name },
    status: {
      phase: 'Bound',
      accessModes: volume.spec?.accessModes,
      capacity: volume.spec?.capacity,
    },
  });
}

/** A claim that asks for more than its volume has gets it, as its class allowed the change. */
export function grow(store: ObjectStore, claim: KubernetesObject): void {
  const asked = claim.spec?.resources?.requests?.storage;
  const has = claim.status?.capacity?.storage;
  if ((parseQuantity(asked) ?? 0) <= (parseQuantity(has) ?? 0)) return;
  const volumes = kindOf('PersistentVolume');
  const volume = store.find(volumes, undefined, claim.spec?.volumeName);
  if (!volume) return;
  const capacity = { storage: asked };
  store.update(volumes, { ...volume, spec: { ...volume.spec, capacity } });
  store.update(kindOf('PersistentVolumeClaim'), {
    ...claim,
    status: { ...claim.status, capacity },
  });
}
