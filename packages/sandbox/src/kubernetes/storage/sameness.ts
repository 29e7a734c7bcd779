import type { KubernetesObject } from './KubernetesObject';

type Fields = Record<string, unknown>;

/** Whether two values are the same on the wire, in whatever order their fields stand. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && isSameList(one, other);
  }
  return isSameRecord(one as Fields, other as Fields);
}

/** What of a custom resource counts as its content: a change of it is a new generation. */
export function contentOf(object: KubernetesObject): object {
  const { metadata: _, status: __, ...content } = object;
  return content;
}

function isSameList(one: unknown[], other: unknown[]): boolean {
  return (
    one.length === other.length &&
    one.every((item, index) => isSame(item, other[index]))
  );
}

/** A field that is undefined is not on the wire. */
function isSameRecord(one: Fields, other: Fields): boolean {
  let fields = 0;
  for (const [field, value] of Object.entries(one)) {
    if (value === undefined) continue;
    if (!isSame(value, other[field])) return false;
    fields += 1;
  }
  for (const value of Object.values(other)) {
    if (value !== undefined) fields -= 1;
  }
  return fields === 0;
}
