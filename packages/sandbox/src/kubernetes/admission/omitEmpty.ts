import { isMap } from '../fields/schema';
import { isRecord, type Json, type JsonRecord } from '../fields/walk';

/** Lists that Kubernetes keeps although nothing is in them. */
const KEPT = new Set(['rules', 'containers', 'versions', 'storedVersions']);

/**
 * An object of a built-in kind without its empty maps and lists: Kubernetes does not store them. An empty struct, such as
 * the `podSelector` of all pods, means something and stays.
 */
export function omitEmpty<T extends JsonRecord>(object: T): T {
  return withoutEmpty(object, []) as T;
}

function withoutEmpty(value: Json, names: readonly string[]): Json {
  if (Array.isArray(value)) {
    return value.map(item => withoutEmpty(item, names));
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field, child]) => !isDropped(child, [...names, field]))
      .map(([field, child]) => [field, withoutEmpty(child, [...names, field])]),
  );
}

function isDropped(value: Json, names: readonly string[]): boolean {
  const field = names[names.length - 1];
  if (Array.isArray(value)) return value.length === 0 && !KEPT.has(field);
  return isRecord(value) && isMap(names) && Object.keys(value).length === 0;
}
