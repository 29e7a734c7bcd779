import { loadConfigSchema } from '@backstage/config-loader';
import type { StrictSchema } from '../configSchema';
import type { SerializedSchema } from './readSchema';

/** Makes a serialised schema one that refuses what it does not know. */
export async function compileSchema(
  serialized: SerializedSchema,
): Promise<StrictSchema> {
  return {
    compiled: await loadConfigSchema({
      serialized,
      noUndeclaredProperties: true,
    }),
    packages: serialized.schemas,
  };
}
