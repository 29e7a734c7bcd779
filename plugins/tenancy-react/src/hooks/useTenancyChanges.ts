import { useEffect, useState } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { TENANCY_CHANNEL } from '@caas/plugin-tenancy-common';

/**
 * A value that changes whenever tenancy says that a namespace or a quota changed, for `reloadOn` of `useLoadable`.
 *
 * @remarks
 * A signal can be lost, so whoever uses it polls slowly as well.
 *
 * @param tenant - listen to this tenant only
 * @public
 */
export function useTenancyChanges(tenant?: string): unknown {
  const { lastSignal } = useSignal<{ tenant: string }>(TENANCY_CHANNEL);
  const [change, setChange] = useState<unknown>();
  useEffect(() => {
    if (lastSignal && (!tenant || lastSignal.tenant === tenant)) {
      setChange(lastSignal);
    }
  }, [lastSignal, tenant]);
  return change;
}
