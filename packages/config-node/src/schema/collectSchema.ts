import { loadConfigSchema } from '@backstage/config-loader';
import type { SerializedSchema } from './readSchema';
import { listManifests } from './workspaces';

/** Reads the schema of every package of the repository and of all that they depend on. Takes seconds: it needs TypeScript. */
export async function collectSchema(root: string): Promise<SerializedSchema> {
  const schema = await loadConfigSchema({
    dependencies: [],
    packagePaths: listManifests(root),
  });
  return schema.serialize() as SerializedSchema;
}
