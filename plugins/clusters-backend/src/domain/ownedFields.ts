import { FIELD_MANAGER } from '@caas/plugin-clusters-common';
import type { LiveObject } from './LiveObject';

/** Fields as the API server writes who owns them: `f:spec`, `k:{"name":"web"}`, `v:"life"`, `.`; a leaf is empty. */
type FieldTree = { [path: string]: FieldTree };

/**
 * What of an object belongs to the portal's applies, with its values, as text; undefined when nothing does.
 *
 * Two objects with the same text agree in every field that an apply set wants, and whoever takes one of them over, changes
 * it or takes it away changes the text. What others own, and the status, is not in it.
 */
export function ownedFields(object: LiveObject): string | undefined {
  const entry = object.metadata.managedFields?.find(
    ({ manager, operation, subresource }) =>
      manager === FIELD_MANAGER && operation === 'Apply' && !subresource,
  );
  if (!entry?.fieldsV1) return undefined;
  return JSON.stringify(valuesOf(entry.fieldsV1 as FieldTree, object));
}

/** Paths in order, each with its value: the order in which an API server writes them is its own affair. */
function valuesOf(tree: FieldTree, value: unknown): unknown {
  const paths = Object.keys(tree).sort();
  if (paths.length === 0) return value ?? null;
  return paths.map(path => [
    path,
    path === '.' ? true : valuesOf(tree[path], valueAt(value, path)),
  ]);
}

function valueAt(value: unknown, path: string): unknown {
  const content = path.slice(2);
  if (path.startsWith('f:')) {
    return (value as Record<string, unknown> | undefined)?.[content];
  }
  const items: unknown[] = Array.isArray(value) ? value : [];
  if (path.startsWith('i:')) return items[Number(content)];
  const wanted = JSON.parse(content);
  if (path.startsWith('v:')) return items.find(item => item === wanted);
  return items.find(item =>
    Object.entries(wanted).every(
      ([key, part]) => (item as Record<string, unknown>)[key] === part,
    ),
  );
}
