import type { NamespaceExport } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import type { DbNamespaceExportRow } from './leaseTables';
import type { NamespaceExportStore } from './NamespaceExportStore';

const FIELDS = [
  'id',
  'taken_at',
  'object_count',
  'bytes',
  'gaps',
] as const satisfies (keyof DbNamespaceExportRow)[];

export class DatabaseNamespaceExportStore implements NamespaceExportStore {
  static create(options: { knex: Knex }): DatabaseNamespaceExportStore {
    return new DatabaseNamespaceExportStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async keep(
    namespaceId: string,
    kept: NamespaceExport & { manifests: string },
  ): Promise<void> {
    await this.rows()
      .insert({
        id: kept.id,
        namespace_id: namespaceId,
        taken_at: kept.takenAt,
        object_count: kept.objectCount,
        bytes: kept.bytes,
        gaps: JSON.stringify(kept.gaps),
        manifests: kept.manifests,
      })
      .onConflict('id')
      .ignore();
  }

  /** Without the manifests, which may be large. */
  async list(namespaceId: string): Promise<NamespaceExport[]> {
    const rows = await this.rows()
      .where('namespace_id', namespaceId)
      .orderBy('taken_at', 'desc')
      .select(...FIELDS);
    return rows.map(exportOfRow);
  }

  async find(namespaceId: string, id: string) {
    const row = await this.rows()
      .where({ id, namespace_id: namespaceId })
      .first();
    return row && { ...exportOfRow(row), manifests: row.manifests };
  }

  private rows() {
    return this.knex<DbNamespaceExportRow>('namespace_exports');
  }
}

function exportOfRow(
  row: Pick<DbNamespaceExportRow, (typeof FIELDS)[number]>,
): NamespaceExport {
  return {
    id: row.id,
    takenAt: row.taken_at,
    objectCount: row.object_count,
    bytes: row.bytes,
    gaps: JSON.parse(row.gaps),
  };
}
