import type { Collection, Seen } from '../Collection';
import { byName } from '../byName';

/** What several collections have in a namespace, such as Jobs and CronJobs, by name. */
export function together<T extends Seen>(
  collections: { seen: Collection<T> }[],
  namespace: string,
): readonly T[] {
  if (collections.length === 1) return collections[0].seen.in(namespace);
  return collections.flatMap(({ seen }) => seen.in(namespace)).sort(byName);
}
