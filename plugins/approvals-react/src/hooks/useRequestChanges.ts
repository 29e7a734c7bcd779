import { useEffect, useState } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { REQUESTS_CHANNEL } from '@caas/plugin-approvals-common';

/**
 * A value that changes whenever the desk says that a request changed, for `reloadOn` of `useLoadable`.
 *
 * @remarks
 * A signal can be lost (a sleeping laptop, a restarting backend), so whoever uses it polls slowly as well.
 *
 * @param requestId - listen to this request only
 * @public
 */
export function useRequestChanges(requestId?: string): unknown {
  const { lastSignal } = useSignal<{ id: string }>(REQUESTS_CHANNEL);
  const [change, setChange] = useState<unknown>();
  useEffect(() => {
    if (lastSignal && (!requestId || lastSignal.id === requestId)) {
      setChange(lastSignal);
    }
  }, [lastSignal, requestId]);
  return change;
}
