import type { Tenant } from '@caas/plugin-tenancy-common';
import { mayAsk } from '@caas/plugin-tenancy-react';

/** Whether the person may ask for something in this tenant, and the tenant takes requests. */
export function mayApply({ state, myRoles }: Tenant): boolean {
  return state === 'active' && mayAsk(myRoles);
}
