import type { JsonObject, JsonValue } from '@backstage/types';

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a schema says below one of its words, such as `properties`; empty when it does not have it. */
export function objectAt(schema: JsonObject, word: string): JsonObject {
  const value = schema[word];
  return isObject(value) ? value : {};
}

/** All that these schemas say about one of their keys, or about an item of their list. */
export function below(
  schemas: JsonObject[],
  key: string,
  root: JsonObject,
): JsonObject[] {
  return schemas.flatMap(schema => {
    const properties = objectAt(schema, 'properties');
    const child = Object.hasOwn(properties, key)
      ? properties[key]
      : ((/^\d+$/.test(key) ? schema.items : undefined) ??
        schema.additionalProperties);
    return variants(child, root);
  });
}

/** A schema with all that it chooses from or refers to. */
export function variants(
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
    word => schema[word] ?? [],
  );
  return [
    schema,
    ...[referred, ...choices].flatMap(choice => variants(choice, root)),
  ];
}
