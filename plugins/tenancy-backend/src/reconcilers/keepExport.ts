import type { NamespaceExport } from '@caas/plugin-clusters-common';
import { stringify } from 'yaml';
import type { NamespaceExportStore } from '../database/NamespaceExportStore';
import type { NamespaceRecord } from '../domain/namespace';

/**
 * Keeps the manifests of a namespace as one YAML file. The same occasion is kept once.
 *
 * @param occasion - Distinguishes the exports of one namespace.
 */
export async function keepExport(
  exports: NamespaceExportStore,
  { id }: Pick<NamespaceRecord, 'id'>,
  occasion: string,
  { takenAt, objects, gaps }: NamespaceExport,
): Promise<void> {
  const manifests = objects.map(object => stringify(object)).join('---\n');
  await exports.keep(id, {
    id: `${id}.${occasion}`,
    takenAt,
    objectCount: objects.length,
    bytes: Buffer.byteLength(manifests),
    gaps,
    manifests,
  });
}
