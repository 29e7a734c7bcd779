import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { cachedSchema } from './cachedSchema';

/** A JSON schema, and the package that it describes the settings of. */
export type SchemaOfPackage = {
  packageName: string;
  path: string;
  value: JsonObject;
};

/** What `serialize` of `@backstage/config-loader` gives. */
export type SerializedSchema = JsonObject & {
  schemas: SchemaOfPackage[];
  backstageConfigSchemaVersion: number;
};

/** Where the schema stands in a package that is made for production. */
export const PACKED_SCHEMA = 'dist/config-schema.json';

/**
 * The schema of all packages: in production the one that was packed, from sources one that is collected whenever a
 * schema has changed. A folder `src` means sources: it is not packed.
 */
export async function readSchema(): Promise<SerializedSchema> {
  const here = resolvePackagePath('@caas/config-node');
  if (existsSync(`${here}/src`)) return cachedSchema();
  return JSON.parse(await readFile(`${here}/${PACKED_SCHEMA}`, 'utf8'));
}
