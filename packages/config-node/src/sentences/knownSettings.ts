import type { JsonObject, JsonValue } from '@backstage/types';
import type { SchemaOfPackage } from '../schema/readSchema';
import type { Path } from './path';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names of the settings that any package knows at this place. */
export function knownSettings(
  packages: SchemaOfPackage[],
  path: Path,
): string[] {
  const names = packages.flatMap(({ value: root }) =>
    path
      .reduce(
        (schemas, key) => schemas.flatMap(schema => below(schema, key, root)),
        variants(root, root),
      )
      .flatMap(schema => Object.keys(objectAt(schema, 'properties'))),
  );
  return [...new Set(names)];
}

/** What a schema says about one of its keys, or about an item of its list. */
function below(schema: JsonObject, key: string, root: JsonObject) {
  const child =
    objectAt(schema, 'properties')[key] ??
    (/^\d+$/.test(key) ? schema.items : undefined) ??
    schema.additionalProperties;
  return variants(child, root);
}

/** A schema with all that it chooses from or refers to. */
function variants(
  schema: JsonValue | undefined,
  root: JsonObject,
): JsonObject[] {
  if (!isObject(schema)) return [];
  const referred =
    typeof schema.$ref === 'string'
      ? objectAt(root, 'definitions')[
          decodeURIComponent(schema.$ref.replace('#/definitions/', ''))
        ]
      : undefined;
  const choices = ['anyOf', 'oneOf', 'allOf'].flatMap(
    name => schema[name] ?? [],
  );
  return [
    schema,
    ...[referred, ...choices].flatMap(choice => variants(choice, root)),
  ];
}

function objectAt(schema: JsonObject, name: string): JsonObject {
  const value = schema[name];
  return isObject(value) ? value : {};
}
