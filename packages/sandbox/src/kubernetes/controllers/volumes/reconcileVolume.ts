import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import { timestamp } from '../../storage/timestamp';
import type { Pass } from '../Pass';

const PROTECTION = 'kubernetes.io/pv-protection';

/** Keeps the phase of a volume, and lets it go with its claim where it is to. */
export function reconcileVolume(pass: Pass, volume: KubernetesObject): void {
  const { store } = pass;
  const { claimRef, persistentVolumeReclaimPolicy } = volume.spec ?? {};
  const claim =
    claimRef &&
    store.find(
      kindOf('PersistentVolumeClaim'),
      claimRef.namespace,
      claimRef.name,
    );
  const isClaimed = claim !== undefined && claim.metadata.uid === claimRef?.uid;
  if (volume.metadata.deletionTimestamp) {
    if (!isClaimed) unprotect(pass, volume);
    return;
  }
  if (!claimRef?.uid) {
    setPhase(pass, volume, 'Available');
  } else if (!isClaimed) {
    if (persistentVolumeReclaimPolicy === 'Delete') {
      store.remove(kindOf('PersistentVolume'), volume);
    } else {
      setPhase(pass, volume, 'Released');
    }
  }
}

/** Writes the phase of a volume as it stands now, and since when it is in it. */
export function setPhase(
  { store, now }: Pass,
  { metadata }: KubernetesObject,
  phase: 'Available' | 'Bound' | 'Released',
): void {
  const kind = kindOf('PersistentVolume');
  const volume = store.find(kind, undefined, metadata.name);
  if (!volume || volume.status?.phase === phase) return;
  store.update(kind, {
    ...volume,
    status: { phase, lastPhaseTransitionTime: timestamp(now) },
  });
}

function unprotect({ store }: Pass, volume: KubernetesObject): void {
  const { finalizers } = volume.metadata;
  if (!finalizers?.includes(PROTECTION)) return;
  store.update(kindOf('PersistentVolume'), {
    ...volume,
    metadata: {
      ...volume.metadata,
      finalizers: finalizers.filter(name => name !== PROTECTION),
    },
  });
}
