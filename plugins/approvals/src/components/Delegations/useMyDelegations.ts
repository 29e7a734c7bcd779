import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import type { Delegation } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';

/** A period that begins or ends while the page is open shows within a minute. */
const POLL_SECONDS = 60;

/** Who stands in for the person now, and for whom they do. */
export function useActiveDelegations(
  reloadOn?: unknown,
): Loadable<{ me: string; active: Delegation[] }> {
  const api = useApi(approvalsApiRef);
  const identity = useApi(identityApiRef);
  return useLoadable(
    async () => {
      const { userEntityRef: me } = await identity.getBackstageIdentity();
      const { items } = await api.delegations.list({ limit: 100 });
      return { me, active: items.filter(({ state }) => state === 'active') };
    },
    [api, identity],
    { pollSeconds: POLL_SECONDS, reloadOn },
  );
}
