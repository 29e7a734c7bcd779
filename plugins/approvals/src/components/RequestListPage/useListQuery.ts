import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  REQUEST_STATES,
  type RequestState,
} from '@caas/plugin-approvals-common';
import { useRequests } from '@caas/plugin-approvals-react';

/** The lists of requests, in the order of their tabs. */
export const VIEWS = ['to-decide', 'mine', 'all'] as const;

export type View = (typeof VIEWS)[number];

/** What the list shows. It stands in the address, so that a list can be sent to somebody. */
export type ListQuery = {
  /** Undefined until it is known which list serves the person best. */
  view?: View;
  state?: RequestState;
  tenant?: string;
};

/** The list's query, how to change it, and how many requests wait for the person. */
export function useListQuery() {
  const [search, setSearch] = useSearchParams();
  const waiting = useRequests({ view: 'to-decide', limit: 1 });
  const waitingCount =
    waiting.status === 'data' ? waiting.data.totalCount : undefined;

  // Whoever has something to decide begins there; the list does not change under their hands afterwards.
  const isKnown = waiting.status !== 'loading';
  const [usual, setUsual] = useState<View>();
  useEffect(() => {
    if (isKnown)
      setUsual(before => before ?? (waitingCount ? 'to-decide' : 'mine'));
  }, [isKnown, waitingCount]);

  const query: ListQuery = {
    view: VIEWS.find(view => view === search.get('view')) ?? usual,
    state: REQUEST_STATES.find(state => state === search.get('state')),
    tenant: search.get('tenant') ?? undefined,
  };
  const change = (changes: Partial<ListQuery>) => {
    const next = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, ...changes })) {
      if (value) next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  return { query, change, waitingCount };
}
