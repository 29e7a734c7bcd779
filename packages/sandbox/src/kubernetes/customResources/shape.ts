import { isRecord, type Json, type JsonRecord } from '../fields/walk';
import type { Schema } from './schema';

/** Fields at the top that every object has, whatever its schema says. */
const OWN = ['apiVersion', 'kind', 'metadata'];

/** A custom resource without the fields that its schema does not know, and with the defaults of those that are missing. */
export function shaped(object: JsonRecord, schema: Schema): JsonRecord {
  const own = Object.fromEntries(
    OWN.filter(field => field in object).map(field => [field, object[field]]),
  );
  return { ...(shapedValue(object, schema) as JsonRecord), ...own };
}

function shapedValue(value: Json, schema: Schema): Json {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map(item => shapedValue(item, items)) : value;
  }
  if (!isRecord(value)) return value;
  const result: JsonRecord = {};
  for (const [field, child] of Object.entries(value)) {
    const own = schema.properties?.[field] ?? additional(schema);
    if (own) result[field] = shapedValue(child, own);
    else if (schema['x-kubernetes-preserve-unknown-fields']) {
      result[field] = child;
    }
  }
  for (const [field, own] of Object.entries(schema.properties ?? {})) {
    if (own.default !== undefined && result[field] === undefined) {
      result[field] = structuredClone(own.default);
    }
  }
  return result;
}

function additional({ additionalProperties }: Schema): Schema | undefined {
  if (additionalProperties === true) {
    return { 'x-kubernetes-preserve-unknown-fields': true };
  }
  return additionalProperties || undefined;
}

/** The paths of the fields that `shaped` would drop. */
export function unknownFields(
  value: Json,
  schema: Schema,
  path: readonly string[] = [],
): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      unknownFields(item, schema.items ?? {}, [
        ...path.slice(0, -1),
        `${path[path.length - 1]}[${index}]`,
      ]),
    );
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([field, child]) => {
    if (path.length === 0 && OWN.includes(field)) return [];
    const at = [...path, field];
    const own = schema.properties?.[field] ?? additional(schema);
    if (own) return unknownFields(child, own, at);
    return schema['x-kubernetes-preserve-unknown-fields'] ? [] : [at.join('.')];
  });
}
