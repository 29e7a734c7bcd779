import type {
  KubernetesObject,
  OwnerReference,
} from '../storage/KubernetesObject';
import { isSelected } from './selection';
import { kindOf } from '../storage/ObjectStore';
import type { Pass } from './Pass';

/** How what a controller makes says whose it is. */
export function ownerReference({
  apiVersion,
  kind,
  metadata,
}: KubernetesObject): OwnerReference {
  return {
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** The one owner whose controller cares for an object. */
export function controllerOf({
  metadata,
}: KubernetesObject): OwnerReference | undefined {
  return metadata.ownerReferences?.find(({ controller }) => controller);
}

export function isControlledBy(
  object: KubernetesObject,
  owner: KubernetesObject,
): boolean {
  return controllerOf(object)?.uid === owner.metadata.uid;
}

/**
 * What an owner cares for, of one kind; what nobody cares for and its selector selects becomes its own, as the pods of a
 * Deployment that was deleted without them, and made again.
 */
export function childrenOf(
  pass: Pass,
  owner: KubernetesObject,
  kindName: string,
): KubernetesObject[] {
  const kind = kindOf(kindName);
  const { namespace } = owner.metadata;
  for (const { metadata } of pass.orphans(kind, namespace)) {
    if (!isSelected(owner.spec?.selector, metadata.labels)) continue;
    adopt(pass, owner, pass.store.find(kind, namespace, metadata.name));
  }
  return pass.store
    .ownedBy(owner.metadata.uid, kind)
    .filter(object => isControlledBy(object, owner));
}

/** Somebody else may have taken it, or it may have gone, since the orphans were looked for. */
function adopt(
  { store }: Pass,
  owner: KubernetesObject,
  orphan: KubernetesObject | undefined,
): void {
  if (!orphan || controllerOf(orphan)) return;
  const { deletionTimestamp, ownerReferences = [] } = orphan.metadata;
  if (deletionTimestamp) return;
  store.update(store.kinds.of(orphan), {
    ...orphan,
    metadata: {
      ...orphan.metadata,
      ownerReferences: [...ownerReferences, ownerReference(owner)],
    },
  });
}
