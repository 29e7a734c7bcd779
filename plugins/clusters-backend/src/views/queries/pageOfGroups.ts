/** One page of something, and how many there are in all. */
export type Page<T> = { items: T[]; totalCount: number };

export type Window = { limit: number; offset: number };

/**
 * One page of what stands in groups that are in order: only a group that the page touches is put in order itself, so that
 * the first page of a hundred thousand pods costs no sorting of them.
 */
export function pageOfGroups<T>(
  groups: Iterable<T[]>,
  { limit, offset }: Window,
  compare: (one: T, other: T) => number,
): Page<T> {
  const items: T[] = [];
  let totalCount = 0;
  for (const group of groups) {
    const from = Math.max(offset - totalCount, 0);
    const missing = limit - items.length;
    if (missing > 0 && from < group.length) {
      items.push(...group.sort(compare).slice(from, from + missing));
    }
    totalCount += group.length;
  }
  return { items, totalCount };
}
