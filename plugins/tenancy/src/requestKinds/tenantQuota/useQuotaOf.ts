import { useEffect } from 'react';
import type { RequestKindFormProps } from '@caas/plugin-approvals-react';
import type { Quota } from '@caas/plugin-tenancy-common';
import type { Loadable } from '@caas/portal-ui';
import {
  draftOfResources,
  heldAmounts,
  isSameAmount,
  NO_AMOUNTS,
  textIn,
} from '../shared/amountsDraft';
import { poolAt } from '../shared/usePools';

/** The quota that the tenant has in the chosen place; the form is told what it is, so that it can be compared. */
export function useQuotaOf(
  pools: Loadable<{ items: Quota[] }>,
  { value, onDefault }: Pick<RequestKindFormProps, 'value' | 'onDefault'>,
): Quota | undefined {
  const isLoaded = pools.status === 'data';
  const pool = isLoaded
    ? poolAt(pools.data.items, {
        cluster: textIn(value, 'cluster'),
        environment: textIn(value, 'environment'),
      })
    : undefined;
  const from = pool ? draftOfResources(pool.hard) : NO_AMOUNTS;
  const isKnown = !isLoaded || isSameAmount(from, heldAmounts(value));
  useEffect(() => {
    if (!isKnown) onDefault({ ...value, from });
  });
  return pool;
}
