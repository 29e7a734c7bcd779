import type { DesiredObject } from '@caas/plugin-clusters-common';

/** Fields that say which object it is. */
const IDENTITY = ['apiVersion', 'kind', 'metadata.name', 'metadata.namespace'];

/** Paths of the fields of an object; a list counts as one field. */
export function leavesOf(object: DesiredObject): string[][] {
  const found: string[][] = [];
  const walk = (value: unknown, path: string[]) => {
    const isBranch =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).length > 0;
    if (!isBranch) found.push(path);
    else
      for (const [key, part] of Object.entries(value))
        walk(part, [...path, key]);
  };
  walk(object, []);
  return found.filter(path => !IDENTITY.includes(path.join('.')));
}

/** A merge patch that gives the field at a path this value; null takes it away. */
export function patchOf(path: string[], value: unknown): object {
  return path.reduceRight<unknown>(
    (inner, key) => ({ [key]: inner }),
    value,
  ) as object; // a path has one key at least
}
