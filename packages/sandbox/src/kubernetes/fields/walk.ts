import {
  KEY_DEFAULTS,
  isAtomicObject,
  isMap,
  listShape,
  type ListShape,
} from './schema';
import { FieldSet, type PathElement } from './FieldSet';

/** Fields that the server owns; no manager ever does. */
const SERVER_METADATA = new Set([
  'name',
  'namespace',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'uid',
  'resourceVersion',
  'generation',
  'managedFields',
  'selfLink',
  'generateName',
]);

export type Json = unknown;
export type JsonRecord = Record<string, unknown>;

export const isRecord = (value: Json): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list with two items that have the same key. */
export class DuplicateListKey extends Error {}

/** `name`s of the fields above a value, without list elements: what the schema is looked up by. */
type Names = readonly string[];

/** The path element of one item of a list that is merged by key. */
export function itemElement(item: Json, shape: ListShape): PathElement {
  if (shape.kind === 'set') return `v:${JSON.stringify(item)}`;
  const keys: JsonRecord = {};
  if (shape.kind === 'map') {
    for (const key of [...shape.keys].sort()) {
      const value = (item as JsonRecord)[key] ?? KEY_DEFAULTS[key];
      if (value !== undefined) keys[key] = value;
    }
  }
  return `k:${JSON.stringify(keys)}`;
}

/** The items of a list by their path element, in order. */
export function itemsByElement(
  list: readonly Json[],
  shape: ListShape,
  where: () => string,
): Map<PathElement, Json> {
  const items = new Map<PathElement, Json>();
  for (const item of list) {
    const element = itemElement(item, shape);
    if (items.has(element)) {
      const pairs = element.startsWith('k:')
        ? Object.entries(JSON.parse(element.slice(2)))
            .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
            .join(',')
        : `=${element.slice(2)}`;
      throw new DuplicateListKey(
        `${where()}: duplicate entries for key [${pairs}]`,
      );
    }
    items.set(element, item);
  }
  return items;
}

/** What an apply configuration owns: its leaves, and the items of its lists. */
export function appliedFields(object: JsonRecord): FieldSet {
  const paths: PathElement[][] = [];
  visitTop(object, (value, path, names) => applied(value, path, names, paths));
  return FieldSet.of(paths);
}

function applied(
  value: Json,
  path: PathElement[],
  names: Names,
  paths: PathElement[][],
): void {
  if (isRecord(value) && !isAtomicObject(names)) {
    const entries = Object.entries(value);
    if (entries.length === 0) paths.push(path);
    for (const [key, child] of entries) {
      applied(child, [...path, `f:${key}`], [...names, key], paths);
    }
    return;
  }
  const shape = Array.isArray(value) ? listShape(names) : undefined;
  if (!shape || shape.kind === 'atomic' || (value as Json[]).length === 0) {
    paths.push(path);
    return;
  }
  for (const item of value as Json[]) {
    const element = [...path, itemElement(item, shape)];
    paths.push(element);
    if (shape.kind === 'map' && !shape.atomicItems && isRecord(item)) {
      for (const [key, child] of Object.entries(item)) {
        applied(child, [...element, `f:${key}`], [...names, key], paths);
      }
    }
  }
}

/** How `after` differs from `before`. */
export type Comparison = {
  added: FieldSet;
  modified: FieldSet;
  removed: FieldSet;
};

/** Compares two objects field by field, as Kubernetes does to find out who owns what. */
export function compare(before: JsonRecord, after: JsonRecord): Comparison {
  const added: PathElement[][] = [];
  const modified: PathElement[][] = [];
  const removed: PathElement[][] = [];

  const diff = (old: Json, now: Json, path: PathElement[], names: Names) => {
    if (old === undefined) present(now, path, names, added);
    else if (now === undefined) present(old, path, names, removed);
    else if (isRecord(old) && isRecord(now) && !isAtomicObject(names)) {
      for (const key of keysOf(old, now)) {
        diff(old[key], now[key], [...path, `f:${key}`], [...names, key]);
      }
    } else if (Array.isArray(old) && Array.isArray(now)) {
      diffLists(old, now, path, names);
    } else if (JSON.stringify(old) !== JSON.stringify(now)) {
      modified.push(path);
    }
  };
  function diffLists(
    old: Json[],
    now: Json[],
    path: PathElement[],
    names: Names,
  ) {
    const shape = listShape(names);
    if (shape.kind === 'atomic') {
      if (JSON.stringify(old) !== JSON.stringify(now)) modified.push(path);
      return;
    }
    const where = () => path.join('');
    const olds = itemsByElement(old, shape, where);
    const nows = itemsByElement(now, shape, where);
    for (const element of new Set([...olds.keys(), ...nows.keys()])) {
      const itemPath = [...path, element];
      if (!olds.has(element) || !nows.has(element)) {
        presentItem(
          olds.get(element) ?? nows.get(element),
          itemPath,
          names,
          shape,
          olds.has(element) ? removed : added,
        );
      } else if (shape.kind === 'map' && !shape.atomicItems) {
        diff(olds.get(element), nows.get(element), itemPath, names);
      } else if (
        JSON.stringify(olds.get(element)) !== JSON.stringify(nows.get(element))
      ) {
        modified.push(itemPath);
      }
    }
  }

  const tops = keysOf(topLevel(before), topLevel(after));
  for (const key of tops) {
    diff(topLevel(before)[key], topLevel(after)[key], [`f:${key}`], [key]);
  }
  return {
    added: FieldSet.of(added),
    modified: FieldSet.of(modified),
    removed: FieldSet.of(removed),
  };
}

/** Every path below a value that came or went; maps and keyed lists name themselves too. */
function present(
  value: Json,
  path: PathElement[],
  names: Names,
  paths: PathElement[][],
): void {
  if (isRecord(value) && !isAtomicObject(names)) {
    const entries = Object.entries(value);
    if (isMap(names) || entries.length === 0) paths.push(path);
    for (const [key, child] of entries) {
      present(child, [...path, `f:${key}`], [...names, key], paths);
    }
    return;
  }
  const shape = Array.isArray(value) ? listShape(names) : undefined;
  if (!shape || shape.kind === 'atomic') {
    paths.push(path);
    return;
  }
  if (names[names.length - 1] !== 'containers') paths.push(path);
  for (const item of value as Json[]) {
    presentItem(item, [...path, itemElement(item, shape)], names, shape, paths);
  }
}

function presentItem(
  item: Json,
  path: PathElement[],
  names: Names,
  shape: ListShape,
  paths: PathElement[][],
): void {
  paths.push(path);
  if (shape.kind === 'map' && !shape.atomicItems && isRecord(item)) {
    for (const [key, child] of Object.entries(item)) {
      present(child, [...path, `f:${key}`], [...names, key], paths);
    }
  }
}

/** The fields that managers can own. */
export function topLevel(object: JsonRecord): JsonRecord {
  const { apiVersion: _, kind: __, metadata, ...rest } = object;
  const own = Object.fromEntries(
    Object.entries((metadata ?? {}) as JsonRecord).filter(
      ([key]) => !SERVER_METADATA.has(key),
    ),
  );
  return Object.keys(own).length > 0 ? { metadata: own, ...rest } : rest;
}

function visitTop(
  object: JsonRecord,
  visit: (value: Json, path: PathElement[], names: Names) => void,
): void {
  for (const [key, value] of Object.entries(topLevel(object))) {
    visit(value, [`f:${key}`], [key]);
  }
}

function keysOf(a: JsonRecord, b: JsonRecord): Set<string> {
  return new Set([...Object.keys(a), ...Object.keys(b)]);
}
