import {
  parseQuantity,
  type PersistentVolumeClaim,
} from '@caas/plugin-clusters-common';
import type { Watched } from '../Mirror';
import { keepMetadata, type Trimmed } from './trimmed';

/** What a view keeps of a PersistentVolumeClaim. */
export type SeenPersistentVolumeClaim = Trimmed<PersistentVolumeClaim>;

export const PERSISTENT_VOLUME_CLAIMS: Watched<SeenPersistentVolumeClaim> = {
  path: '/api/v1/persistentvolumeclaims',
  trim: ({ metadata, spec, status }, interner) => ({
    ...keepMetadata(metadata, interner),
    phase: interner.text(status?.phase ?? 'Pending'),
    storageClass: interner.text(spec?.storageClassName),
    accessModes: [...interner.list(spec?.accessModes ?? [])],
    requestedBytes:
      parseQuantity(spec?.resources?.requests?.storage ?? '') ?? 0,
    capacityBytes: parseQuantity(status?.capacity?.storage ?? ''),
    volume: spec?.volumeName,
  }),
};
