import { ApiError, badRequest, unprocessable } from './ApiError';
import { listShape } from '../fields/schema';
import { isRecord, type Json, type JsonRecord } from '../fields/walk';

/** What each patch type is called on the wire. */
export const PATCH_TYPES = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

export const unsupportedPatch = (supported: readonly string[]) =>
  new ApiError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${supported.join(', ')}`,
  );

/** What an object becomes by a patch of the given type. */
export function patched(
  type: string,
  before: JsonRecord,
  patch: any, // its form depends on the patch type
): Json {
  switch (type) {
    case PATCH_TYPES.json:
      if (!Array.isArray(patch))
        throw badRequest('a JSON patch is a list of operations');
      return jsonPatch(before, patch);
    case PATCH_TYPES.merge:
      return mergePatch(before, patch);
    case PATCH_TYPES.strategic:
      return strategicMergePatch(before, patch);
    default:
      throw unsupportedPatch(Object.values(PATCH_TYPES));
  }
}

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
  const replacement = (patch as JsonRecord[]).filter(
    item => item.$patch !== 'replace',
  );
  if (replacement.length < patch.length) return replacement;
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
      // Kubernetes' library does not mind that there is nothing to replace.
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
        throw unprocessable();
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
    if (node === undefined || node === null) throw unprocessable();
  }
  return [node, last];
}

function read(document: JsonRecord, pointer: string): Json {
  const [node, key] = locate(document, pointer);
  if (node[key] === undefined) throw unprocessable();
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
  else if (node[key] === undefined) throw unprocessable();
  else delete node[key];
}
