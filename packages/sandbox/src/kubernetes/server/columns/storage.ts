import { age, boolean, text, wide, type Column } from './Column';

const SHORT: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

const modes = (all: string[] | undefined) =>
  (all ?? []).map(mode => SHORT[mode] ?? mode).join(',');

const isDefault = 'storageclass.kubernetes.io/is-default-class';

/** Columns of volumes. */
export const STORAGE_COLUMNS: Readonly<Record<string, Column[]>> = {
  PersistentVolumeClaim: [
    text('Status', ({ metadata, status }) =>
      metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? ''),
    ),
    text('Volume', ({ spec }) => spec?.volumeName ?? ''),
    text('Capacity', ({ spec, status }) =>
      spec?.volumeName ? (status?.capacity?.storage ?? '') : '',
    ),
    text('Access Modes', ({ spec, status }) =>
      spec?.volumeName ? modes(status?.accessModes) : '',
    ),
    text('StorageClass', ({ spec }) => spec?.storageClassName ?? ''),
    text(
      'VolumeAttributesClass',
      ({ spec }) => spec?.volumeAttributesClassName ?? '<unset>',
    ),
    age,
    wide('VolumeMode', ({ spec }) => spec?.volumeMode ?? '<unset>'),
  ],
  PersistentVolume: [
    text('Capacity', ({ spec }) => spec?.capacity?.storage ?? ''),
    text('Access Modes', ({ spec }) => modes(spec?.accessModes)),
    text('Reclaim Policy', ({ spec }) => spec?.persistentVolumeReclaimPolicy),
    text('Status', ({ metadata, status }) =>
      metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? ''),
    ),
    text('Claim', ({ spec }) =>
      spec?.claimRef ? `${spec.claimRef.namespace}/${spec.claimRef.name}` : '',
    ),
    text('StorageClass', ({ spec }) => spec?.storageClassName ?? ''),
    text(
      'VolumeAttributesClass',
      ({ spec }) => spec?.volumeAttributesClassName ?? '<unset>',
    ),
    text('Reason', ({ status }) => status?.reason ?? ''),
    age,
    wide('VolumeMode', ({ spec }) => spec?.volumeMode ?? '<unset>'),
  ],
  StorageClass: [
    text('Provisioner', object => object.provisioner ?? ''),
    text('ReclaimPolicy', object => object.reclaimPolicy ?? 'Delete'),
    text('VolumeBindingMode', object => object.volumeBindingMode ?? '<unset>'),
    boolean('AllowVolumeExpansion', object =>
      Boolean(object.allowVolumeExpansion),
    ),
    age,
  ],
};

/** The class that a claim gets that names none says so behind its name. */
export function storageClassName({
  metadata,
}: {
  metadata: { name: string; annotations?: Record<string, string> };
}): string {
  return metadata.annotations?.[isDefault] === 'true'
    ? `${metadata.name} (default)`
    : metadata.name;
}
