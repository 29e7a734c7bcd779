import { useEffect, useMemo, useReducer, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import type { Loadable } from '@caas/portal-ui';
import type { Visit } from './visit';
import { createVisitStore } from './visitStore';

type Answer = { visits: Visit[] } | { error: Error };

/** Where the person was last, the latest first. */
export function useVisits(): Loadable<Visit[]> {
  const storage = useApi(storageApiRef);
  const store = useMemo(() => createVisitStore(storage), [storage]);
  const [answer, setAnswer] = useState<Answer>();
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    setAnswer(undefined);
    return store.watch(
      visits => setAnswer({ visits }),
      error => setAnswer({ error }),
    );
  }, [store, attempt]);
  if (!answer) return { status: 'loading' };
  if ('error' in answer) return { status: 'error', error: answer.error, retry };
  return {
    status: 'data',
    data: answer.visits,
    retry,
    isRefreshing: false,
  };
}
