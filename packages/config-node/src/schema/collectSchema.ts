import { loadConfigSchema } from '@backstage/config-loader';
import type { SchemaOfPackage } from './StrictSchema';
import { listManifests } from './workspaces';

/** The schema of every package of the repository and of all that they depend on. */
export async function collectSchema(root: string): Promise<SchemaOfPackage[]> {
  const schema = await loadConfigSchema({
    dependencies: [],
    packagePaths: listManifests(root),
  });
  // What `serialize` gives is JSON of no declared shape.
  return schema.serialize().schemas as SchemaOfPackage[];
}
