import type { Knex } from 'knex';
import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';

/** An item of `status.items`, as the catalog itself writes it and the entity page reads it. */
export type ProcessingError = {
  type: typeof ENTITY_STATUS_CATALOG_PROCESSING_TYPE;
  level: 'error';
  message: string;
  error: { name: string; message: string };
};

type Row = { entity_ref: string; errors: string };

/**
 * What is wrong with these locations and with the entities that stand in them. The catalog keeps it in its own tables,
 * also for what has never been read well; no operation of it tells.
 */
export async function errorsBelow(
  database: Knex,
  locations: string[],
): Promise<ProcessingError[]> {
  const rows: Row[] = await database('refresh_state')
    .select('entity_ref', 'errors')
    .whereNotIn('errors', ['', '[]'])
    .andWhere(found =>
      found
        .whereIn('entity_ref', locations)
        .orWhereIn(
          'entity_ref',
          database('refresh_state_references')
            .select('target_entity_ref')
            .whereIn('source_entity_ref', locations),
        ),
    )
    .orderBy('entity_ref')
    .limit(100);
  return rows.flatMap(({ entity_ref: entityRef, errors }) =>
    (JSON.parse(errors) as { name: string; message: string }[]).map(error => {
      // A part is named by its number, which says nothing; its error names the file.
      const message = entityRef.startsWith('location:')
        ? error.message
        : `${entityRef}: ${error.message}`;
      return {
        type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
        level: 'error' as const,
        message,
        error: { ...error, message },
      };
    }),
  );
}
