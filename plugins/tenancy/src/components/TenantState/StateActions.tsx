import {
  tenantSetStatePermission,
  type Tenant,
} from '@caas/plugin-tenancy-common';
import { useMayInTenant } from '../../hooks/useMayInTenant';
import { StateButton } from './StateButton';

/** Where a tenant can go from each state. */
const WAYS: Record<Tenant['state'], Tenant['state'][]> = {
  active: ['suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: ['active'],
};

/** Suspends, closes and reopens a tenant; for those who may. */
export function StateActions(props: { tenant: Tenant; onChanged(): void }) {
  const { tenant, onChanged } = props;
  const may = useMayInTenant(tenantSetStatePermission, tenant.code);
  // What the tenants file says of the state stays as it says.
  if (!may || tenant.fileSays.includes('state')) return null;
  return WAYS[tenant.state].map(state => (
    <StateButton
      key={state}
      tenant={tenant}
      state={state}
      onChanged={onChanged}
    />
  ));
}
