import { badRequest, type ApiError } from './ApiError';
import { listShape } from '../fields/schema';
import { isRecord, type Json, type JsonRecord } from '../fields/walk';

/** RFC 7386: null removes, objects merge, everything else replaces. */
export function mergePatch(target: Json, patch: Json): Json {
  if (!isRecord(patch)) return patch;
  const result: JsonRecord = isRecord(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

/** Kubernetes' strategic merge: like a merge patch, but keyed lists merge by key and `$patch` directs. */
export function strategicMergePatch(
  target: Json,
  patch: Json,
  names: readonly string[] = [],
): Json {
  if (Array.isArray(patch)) return mergeList(target, patch, names);
  if (!isRecord(patch)) return patch;
  const { $patch: directive, ...fields } = patch;
  if (directive === 'replace') return fields;
  const result: JsonRecord = isRecord(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(fields)) {
    if (key.startsWith('$setElementOrder/')) continue;
    const removed = /^\$deleteFromPrimitiveList\/(.+)$/.exec(key)?.[1];
    if (removed) {
      const gone = value as Json[];
      result[removed] = ((result[removed] ?? []) as Json[]).filter(
        item => !gone.includes(item),
      );
    } else if (value === null) {
      delete result[key];
    } else {
      result[key] = strategicMergePatch(result[key], value, [...names, key]);
    }
  }
  return result;
}

function mergeList(
  target: Json,
  patch: Json[],
  names: readonly string[],
): Json {
  const shape = listShape(names);
  const live = Array.isArray(target) ? target : [];
  if (shape.kind === 'set') return [...new Set([...live, ...patch])];
  if (shape.kind === 'atomic') return patch;
  // Strategic merge knows one key for each list: the first.
  const [key] = shape.keys;
  const result = [...live] as JsonRecord[];
  for (const item of patch as JsonRecord[]) {
    const index = result.findIndex(other => other[key] === item[key]);
    if (item.$patch === 'delete') {
      if (index >= 0) result.splice(index, 1);
    } else if (index >= 0) {
      result[index] = strategicMergePatch(
        result[index],
        item,
        names,
      ) as JsonRecord;
    } else {
      result.push(item);
    }
  }
  return result;
}

type Operation = { op: string; path: string; from?: string; value?: Json };

/** RFC 6902. */
export function jsonPatch(
  target: JsonRecord,
  operations: Operation[],
): JsonRecord {
  const document = structuredClone(target);
  for (const operation of operations) applyOperation(document, operation);
  return document;
}

function applyOperation(document: JsonRecord, operation: Operation): void {
  const { op, path, from, value } = operation;
  switch (op) {
    case 'add':
      return put(document, path, value, true);
    case 'replace':
      read(document, path);
      return put(document, path, value, false);
    case 'remove':
      return remove(document, path);
    case 'copy':
      return put(
        document,
        path,
        structuredClone(read(document, from ?? '')),
        true,
      );
    case 'move': {
      const moved = read(document, from ?? '');
      remove(document, from ?? '');
      return put(document, path, moved, true);
    }
    case 'test':
      if (JSON.stringify(read(document, path)) !== JSON.stringify(value)) {
        throw badRequest(
          `the server rejected our request due to an error in our request: testing path ${path} failed`,
        );
      }
      return undefined;
    default:
      throw badRequest(`Unexpected kind: ${op}`);
  }
}

/** The object or array that holds what a pointer names, and its key there. */
function locate(document: JsonRecord, pointer: string): [any, string] {
  const parts = pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const last = parts.pop() ?? '';
  let node: any = document; // a JSON pointer walks objects and arrays alike
  for (const part of parts) {
    node = node?.[part];
    if (node === undefined || node === null) throw missing(pointer);
  }
  return [node, last];
}

function missing(pointer: string): ApiError {
  return badRequest(
    `the server rejected our request due to an error in our request: ${pointer} is missing`,
  );
}

function read(document: JsonRecord, pointer: string): Json {
  const [node, key] = locate(document, pointer);
  if (node[key] === undefined) throw missing(pointer);
  return node[key];
}

function put(
  document: JsonRecord,
  pointer: string,
  value: Json,
  insert: boolean,
): void {
  const [node, key] = locate(document, pointer);
  if (!Array.isArray(node)) node[key] = value;
  else if (key === '-') node.push(value);
  else if (insert) node.splice(Number(key), 0, value);
  else node[Number(key)] = value;
}

function remove(document: JsonRecord, pointer: string): void {
  const [node, key] = locate(document, pointer);
  if (Array.isArray(node)) node.splice(Number(key), 1);
  else if (node[key] === undefined) throw missing(pointer);
  else delete node[key];
}
