import type { StorageApi } from '@backstage/core-plugin-api';
import { addVisit, readVisits, type Visit } from './visit';

const KEY = 'recent';

/**
 * Where the person was last, kept with their settings.
 *
 * @remarks
 * Our own few lines rather than the visits of `@backstage/plugin-home`: those keep a hundred visits of every page, write
 * two keys at each step, and bring the plugin's page and widgets into the first bundle. This is one small value that
 * arrives in the same question as the starred entities, and is written only when somebody stays on a page about one
 * thing. It follows the person to another computer. Two tabs that write at once may lose one visit, which nobody misses.
 */
export type VisitStore = {
  watch(
    next: (visits: Visit[]) => void,
    failed: (error: Error) => void,
  ): () => void;
  add(visit: Visit): Promise<void>;
};

export function createVisitStore(storageApi: StorageApi): VisitStore {
  const bucket = storageApi.forBucket('visits');
  const watch: VisitStore['watch'] = (next, failed) => {
    const show = (snapshot: { presence: string; value?: unknown }) => {
      // `unknown`: the server has not answered yet; it will, as a change.
      if (snapshot.presence !== 'unknown') next(readVisits(snapshot.value));
    };
    show(bucket.snapshot(KEY));
    const subscription = bucket.observe$(KEY).subscribe(show, failed);
    return () => subscription.unsubscribe();
  };
  return {
    watch,
    async add(visit) {
      await bucket.set(KEY, addVisit(await firstOf(watch), visit));
    },
  };
}

function firstOf(watch: VisitStore['watch']): Promise<Visit[]> {
  return new Promise((resolve, reject) => {
    const stop = watch(visits => {
      resolve(visits);
      // Not at once: the first value may come while `watch` still subscribes.
      queueMicrotask(() => stop());
    }, reject);
  });
}
