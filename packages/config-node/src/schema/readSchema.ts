import { existsSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { cachedSchema } from './cachedSchema';
import { loadSchema } from './schemaFiles';
import type { StrictSchema } from './StrictSchema';

/** Where the schema stands in a package that is made for production. */
export const PACKED_SCHEMA = 'dist/config-schema';

/**
 * The schema of all packages: in production the one that was packed, from sources one that is made whenever a schema has
 * changed. A folder `src` means sources: it is not packed.
 */
export async function readSchema(): Promise<StrictSchema> {
  const here = resolvePackagePath('@caas/config-node');
  return loadSchema(
    existsSync(`${here}/src`)
      ? await cachedSchema()
      : `${here}/${PACKED_SCHEMA}`,
  );
}
