import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject, objectAt } from '../schema/schemaTree';

/** Words that are only right as a whole: one chooses between all, or what they say may be needed anywhere. */
const WHOLE = ['anyOf', 'oneOf', 'allOf', 'patternProperties', '$ref'];

/**
 * The part of a schema that leads to settings that the browser may see, about a quarter of it; `undefined` when nothing
 * does. What else there is may be anything: the strict check has been there before.
 */
export function onlyVisible(
  schema: JsonValue | undefined,
): JsonObject | undefined {
  if (!isObject(schema) || !leadsToVisible(schema)) return undefined;
  if (isVisible(schema) || WHOLE.some(word => word in schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([word, value]) => {
      const part = partOf(word, value);
      return part === undefined ? [] : [[word, part]];
    }),
  );
}

function partOf(
  word: string,
  value: JsonValue | undefined,
): JsonValue | undefined {
  switch (word) {
    case 'type':
    case 'definitions':
      return value;
    case 'items':
    case 'additionalProperties':
      return onlyVisible(value);
    case 'properties':
      return Object.fromEntries(
        Object.entries(objectAt({ value }, 'value'))
          .map(([key, child]) => [key, onlyVisible(child)])
          .filter(([, child]) => child),
      );
    default:
      return undefined;
  }
}

function isVisible({ visibility, deepVisibility }: JsonObject): boolean {
  return visibility === 'frontend' || deepVisibility === 'frontend';
}

/** What is referred to is taken to be visible. */
function leadsToVisible(schema: JsonObject): boolean {
  return /"(visibility|deepVisibility)":"frontend"|"\$ref":/.test(
    JSON.stringify(schema),
  );
}
