import { parseQuantity } from '../../admission/quantity';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../../storage/ObjectStore';
import { isSelected } from '../selection';

const sizeOf = (volume: KubernetesObject) =>
  parseQuantity(volume.spec?.capacity?.storage) ?? 0;

export const isFree = ({ spec }: KubernetesObject): boolean => !spec?.claimRef;

/** The volume that a claim names or that was made for it, or else the smallest free one that is what it asks for. */
export function findVolume(
  store: ObjectStore,
  claim: KubernetesObject,
): KubernetesObject | undefined {
  const all = store
    .list(kindOf('PersistentVolume'))
    .filter(({ metadata }) => !metadata.deletionTimestamp);
  const own = all.find(volume => isMeantFor(volume, claim));
  const named = claim.spec?.volumeName;
  if (own || named) {
    return (
      own ?? all.find(each => each.metadata.name === named && isFree(each))
    );
  }
  const [smallest] = all
    .filter(volume => isFree(volume) && isEnough(volume, claim))
    .sort((a, b) => sizeOf(a) - sizeOf(b));
  return smallest;
}

/** Whether a volume belongs to a claim; one that was made for another of the same name does not. */
export function isMeantFor(
  { spec }: KubernetesObject,
  { metadata }: KubernetesObject,
): boolean {
  const { name, namespace, uid } = spec?.claimRef ?? {};
  return (
    name === metadata.name &&
    namespace === metadata.namespace &&
    (uid === undefined || uid === metadata.uid)
  );
}

function isEnough(
  volume: KubernetesObject,
  { spec = {} }: KubernetesObject,
): boolean {
  const modes: string[] = volume.spec?.accessModes ?? [];
  return (
    (volume.spec?.storageClassName ?? '') === (spec.storageClassName ?? '') &&
    (volume.spec?.volumeMode ?? 'Filesystem') ===
      (spec.volumeMode ?? 'Filesystem') &&
    (spec.accessModes ?? []).every((mode: string) => modes.includes(mode)) &&
    sizeOf(volume) >= (parseQuantity(spec.resources?.requests?.storage) ?? 0) &&
    (!spec.selector || isSelected(spec.selector, volume.metadata.labels))
  );
}
