import { useApi } from '@backstage/core-plugin-api';
import type {
  RequestState,
  RequestSummary,
} from '@caas/plugin-approvals-common';
import { useLoadable, type Loadable } from '@caas/portal-ui';
import { approvalsApiRef } from '../api';
import { useRequestChanges } from './useRequestChanges';

/** How often a list asks by itself, in case that a signal was lost. */
const LIST_POLL_SECONDS = 30;

/** Which requests. @public */
export type RequestsQuery = {
  view: 'to-decide' | 'mine' | 'all';
  state?: RequestState;
  tenant?: string;
  /** At most 100; 20 when left out. */
  limit?: number;
  offset?: number;
};

/** A page of requests, and how many there are in all. @public */
export type RequestsPage = { items: RequestSummary[]; totalCount: number };

/**
 * A page of the requests that the person may see, newest first. It follows changes live.
 *
 * @public
 */
export function useRequests(query: RequestsQuery): Loadable<RequestsPage> {
  const api = useApi(approvalsApiRef);
  const reloadOn = useRequestChanges();
  const { view, state, tenant, limit, offset } = query;
  return useLoadable(
    () => api.requests.list({ view, state, tenant, limit, offset }),
    [api, view, state, tenant, limit, offset],
    { reloadOn, pollSeconds: LIST_POLL_SECONDS, keepData: true },
  );
}
