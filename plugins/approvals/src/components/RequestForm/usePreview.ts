import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useApi } from '@backstage/core-plugin-api';
import type {
  RequestPayload,
  RequestPreview,
} from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';

/** So long must the person pause before the server is asked. */
const PAUSE_MILLISECONDS = 500;

/** A request as the server can look at it. */
export type PreviewSubject = {
  kind: string;
  tenant: string;
  payload: RequestPayload;
  /** The returned request that would be asked for again. */
  revises?: string;
};

/** A request before it is made. */
export type Preview =
  /** The form is not filled in yet. */
  { status: 'incomplete' } | Loadable<RequestPreview>;

/**
 * What an approver would see of a request, while the person fills in the form.
 *
 * @param subject - undefined while the form is not fit to be looked at
 * @param isSending - while the form is on its way nothing is asked: the server would find the request itself in the way
 */
export function usePreview(
  subject: PreviewSubject | undefined,
  isSending: boolean,
): Preview {
  const api = useApi(approvalsApiRef);
  const [asked, setAsked] = useState<{ subject?: PreviewSubject }>({});
  useDebounce(
    () => {
      if (!isSending) setAsked({ subject });
    },
    PAUSE_MILLISECONDS,
    [JSON.stringify(subject), isSending],
  );
  const call = useRef(new AbortController());
  useEffect(() => {
    if (isSending) call.current.abort();
  }, [isSending]);
  const preview = useLoadable(
    async () => {
      if (!asked.subject) return undefined;
      call.current = new AbortController();
      const { signal } = call.current;
      try {
        return await api.requests.preview(asked.subject, { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
        // What stands beside the form stays until the form is sent, or asks again.
        return new Promise<never>(() => {});
      }
    },
    [api, asked],
    { keepData: true },
  );
  if (!subject) return { status: 'incomplete' };
  if (preview.status !== 'data') return preview;
  const { data, refreshError, retry } = preview;
  // What was found for another payload must not pass for this one's.
  if (refreshError) return { status: 'error', error: refreshError, retry };
  return data ? { ...preview, data } : { status: 'loading' };
}
