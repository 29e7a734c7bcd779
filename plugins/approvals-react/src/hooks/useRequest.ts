import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  isFinal,
  type RequestDetail,
  type RequestState,
} from '@caas/plugin-approvals-common';
import { useLoadable, type Loadable } from '@caas/portal-ui';
import { approvalsApiRef } from '../api';
import { useRequestChanges } from './useRequestChanges';

/** While work goes on its steps move every second or two. */
const EXECUTING_POLL_SECONDS = 2;
/** While people think, signals do the work; this only makes up for a lost one. */
const WAITING_POLL_SECONDS = 20;

/**
 * One request with everything that an approver needs. It follows changes live, and the steps of an execution.
 *
 * @public
 */
export function useRequest(id: string): Loadable<RequestDetail> {
  const api = useApi(approvalsApiRef);
  const reloadOn = useRequestChanges(id);
  const [state, setState] = useState<RequestState>();
  return useLoadable(
    async () => {
      const request = await api.requests.get({ id });
      setState(request.state);
      return request;
    },
    [api, id],
    { reloadOn, pollSeconds: pollSecondsIn(state) },
  );
}

function pollSecondsIn(state: RequestState | undefined): number | undefined {
  if (state === 'approved' || state === 'executing') {
    return EXECUTING_POLL_SECONDS;
  }
  return state && isFinal(state) ? undefined : WAITING_POLL_SECONDS;
}
