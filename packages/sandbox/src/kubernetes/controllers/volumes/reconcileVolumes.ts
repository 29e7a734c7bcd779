import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import type { Pass } from '../Pass';
import { writeStatus } from '../writeStatus';
import { bind, grow } from './bind';
import { findVolume } from './findVolume';
import { claimsInUse, protect } from './protection';
import { provision } from './provision';
import { reconcileVolume } from './reconcileVolume';

/** Gives each claim its volume: one that is there and fits, or a new one where its class can make some. */
export function reconcileVolumes(pass: Pass): void {
  const { store } = pass;
  for (const claim of pass.list('PersistentVolumeClaim')) {
    if (claim.status?.phase === 'Bound') grow(store, claim);
    else giveVolume(pass, claim);
  }
  protect(pass);
  for (const volume of store.list(kindOf('PersistentVolume'))) {
    reconcileVolume(pass, volume);
  }
}

function giveVolume(pass: Pass, claim: KubernetesObject): void {
  const { store } = pass;
  const storageClass = store.find(
    kindOf('StorageClass'),
    undefined,
    claim.spec?.storageClassName ?? '',
  );
  const waits =
    storageClass?.volumeBindingMode === 'WaitForFirstConsumer' &&
    !claimsInUse(pass, claim.metadata.namespace).has(claim.metadata.name);
  // A claim that names its volume has nothing to wait for.
  if (waits && !claim.spec?.volumeName) return;
  const volume =
    findVolume(store, claim) ?? provision(store, claim, storageClass);
  if (volume) bind(pass, claim, volume);
  else if (!claim.status) writeStatus(store, claim, { phase: 'Pending' });
}
