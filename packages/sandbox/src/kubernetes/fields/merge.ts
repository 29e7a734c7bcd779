import { isAtomicObject, listShape } from './schema';
import { formatPath, type FieldSet, type PathElement } from './FieldSet';
import {
  isRecord,
  itemElement,
  itemsByElement,
  type Json,
  type JsonRecord,
} from './walk';

/** Puts an apply configuration over the live object: maps and keyed lists are merged, the rest is replaced. */
export function mergeApplied(
  live: JsonRecord,
  applied: JsonRecord,
): JsonRecord {
  return merge(live, applied, [], []) as JsonRecord;
}

function merge(
  live: Json,
  applied: Json,
  names: readonly string[],
  path: PathElement[],
): Json {
  if (isRecord(applied) && !isAtomicObject(names)) {
    const base = isRecord(live) ? live : {};
    const result: JsonRecord = { ...base };
    for (const [key, value] of Object.entries(applied)) {
      result[key] = merge(
        base[key],
        value,
        [...names, key],
        [...path, `f:${key}`],
      );
    }
    return result;
  }
  if (!Array.isArray(applied)) return applied;
  const shape = listShape(names);
  if (shape.kind === 'atomic') return applied;
  const where = () => formatPath(path);
  const wanted = itemsByElement(applied, shape, where);
  const kept = itemsByElement(Array.isArray(live) ? live : [], shape, where);
  const result: Json[] = [];
  for (const [element, item] of kept) {
    const over = wanted.get(element);
    if (over === undefined) result.push(item);
    else if (shape.kind === 'map' && !shape.atomicItems) {
      result.push(merge(item, over, names, [...path, element]));
    } else result.push(over);
  }
  for (const [element, item] of wanted) {
    if (!kept.has(element)) {
      result.push(
        isRecord(item) ? merge({}, item, names, [...path, element]) : item,
      );
    }
  }
  return result;
}

/**
 * Takes away the fields of `dropped`, unless something at or below them is in `kept`. What becomes empty by it goes too.
 */
export function prune(
  object: JsonRecord,
  dropped: FieldSet,
  kept: FieldSet,
): JsonRecord {
  return pruneValue(object, dropped, kept, [], []) as JsonRecord;
}

function pruneValue(
  value: Json,
  dropped: FieldSet,
  kept: FieldSet,
  path: PathElement[],
  names: readonly string[],
): Json {
  if (path.length > 0 && dropped.has(path) && !kept.touches(path)) {
    return undefined;
  }
  if (path.length > 0 && !dropped.touches(path)) return value;
  if (isRecord(value) && !isAtomicObject(names)) {
    const result: JsonRecord = {};
    for (const [key, child] of Object.entries(value)) {
      const rest = pruneValue(
        child,
        dropped,
        kept,
        [...path, `f:${key}`],
        [...names, key],
      );
      if (rest !== undefined) result[key] = rest;
    }
    return emptied(value, result) && path.length > 0 ? undefined : result;
  }
  if (!Array.isArray(value)) return value;
  const shape = listShape(names);
  if (shape.kind === 'atomic') return value;
  const result = value
    .map(item =>
      pruneValue(
        item,
        dropped,
        kept,
        [...path, itemElement(item, shape)],
        names,
      ),
    )
    .filter(item => item !== undefined);
  return value.length > 0 && result.length === 0 ? undefined : result;
}

function emptied(before: JsonRecord, after: JsonRecord): boolean {
  return Object.keys(before).length > 0 && Object.keys(after).length === 0;
}
