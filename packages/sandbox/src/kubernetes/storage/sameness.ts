import type { KubernetesObject } from './KubernetesObject';

/** Whether two values are the same on the wire, in whatever order their fields stand. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** What of a custom resource counts as its content: a change of it is a new generation. */
export function contentOf(object: KubernetesObject): object {
  const { metadata: _, status: __, ...content } = object;
  return content;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}
