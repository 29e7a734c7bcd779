import { mergeConfigSchemas } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import traverse from 'json-schema-traverse';
import type { SchemaOfPackage } from './StrictSchema';
import { objectAt } from './schemaTree';

/**
 * The source of a CommonJS module: a function that validates a configuration against the schemas of all packages at
 * once, and refuses what none of them knows.
 *
 * @remarks
 * Made when a schema changes and not at each start, of which it would be a fifth. Merged, extended and validated as
 * `loadConfigSchema` of `@backstage/config-loader` does it with `noUndeclaredProperties`.
 */
export function compileValidator(packages: SchemaOfPackage[]): string {
  const schemas = packages.map(({ value }) => structuredClone(value));
  for (const schema of schemas) traverse(schema, allowWhatIsEmpty);
  const merged = mergeConfigSchemas(schemas);
  traverse(merged, refuseWhatIsUnknown);
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    // What comes from the environment is always a text.
    coerceTypes: true,
    schemas: { 'https://backstage.io/schema/config-v1': true },
    code: { source: true },
  });
  // Here it is a sentence, elsewhere a boolean.
  ajv.removeKeyword('deprecated');
  ajv.addVocabulary(['visibility', 'deepVisibility', 'deprecated']);
  return standaloneCode(ajv, ajv.compile(merged));
}

/** `{}` lets everything in, and must not be merged with what others say. */
function allowWhatIsEmpty(schema: JsonObject): void {
  const { additionalProperties: rest } = schema;
  if (typeof rest === 'object' && rest && !Object.keys(rest).length) {
    schema.additionalProperties = true;
  }
}

function refuseWhatIsUnknown(schema: JsonObject): void {
  const namesKeys = ['properties', 'patternProperties'].some(
    word => Object.keys(objectAt(schema, word)).length,
  );
  if (schema.type === 'object' && namesKeys) {
    schema.additionalProperties ||= false;
  }
}
