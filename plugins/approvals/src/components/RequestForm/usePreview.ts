import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useApi } from '@backstage/core-plugin-api';
import type { Evidence, RequestPayload } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';

/** So long must the person pause before the server is asked. */
const PAUSE_MILLISECONDS = 500;

/** A request as the server can look at it. */
export type PreviewSubject = {
  kind: string;
  tenant: string;
  payload: RequestPayload;
};

/** The evidence of a request before it is made. */
export type Preview =
  /** The form is not filled in yet. */
  { status: 'incomplete' } | Loadable<Evidence>;

/**
 * What an approver would see of a request, while the person fills in the form.
 *
 * @param subject - undefined while the form is not fit to be looked at
 */
export function usePreview(subject: PreviewSubject | undefined): Preview {
  const api = useApi(approvalsApiRef);
  const key = JSON.stringify(subject);
  const [settled, setSettled] = useState(key);
  useDebounce(() => setSettled(key), PAUSE_MILLISECONDS, [key]);
  const preview = useLoadable(
    async () => {
      if (!settled) return undefined;
      const { evidence } = await api.requests.preview(JSON.parse(settled));
      return evidence;
    },
    [api, settled],
    { keepData: true },
  );
  if (!subject) return { status: 'incomplete' };
  if (preview.status !== 'data') return preview;
  const { data, refreshError, retry } = preview;
  // What was found for another payload must not pass for this one's.
  if (refreshError) return { status: 'error', error: refreshError, retry };
  return data ? { ...preview, data } : { status: 'loading' };
}
