import type { SchemaOfPackage } from '../schema/StrictSchema';
import { below, objectAt, variants } from '../schema/schemaTree';
import type { Path } from './path';

/** The names of the settings that any package knows at this place. */
export function knownSettings(
  packages: SchemaOfPackage[],
  path: Path,
): string[] {
  const names = packages.flatMap(({ value: root }) =>
    path
      .reduce((schemas, key) => below(schemas, key, root), variants(root, root))
      .flatMap(schema => Object.keys(objectAt(schema, 'properties'))),
  );
  return [...new Set(names)];
}
