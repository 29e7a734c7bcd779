import { useTenancyWords } from './useTenancyWords';
import { useTenants } from './useTenants';

/**
 * Answers the name of a tenant by its code; the code itself while names load, and for tenants that the person may not
 * see. Call it once for a page, not once for a row.
 *
 * @public
 */
export function useTenantNames(): (code: string) => string {
  const tenants = useTenants();
  const { tenantName } = useTenancyWords();
  return code => {
    const known =
      tenants.status === 'data' &&
      tenants.data.find(tenant => tenant.code === code);
    return known ? tenantName(known) : code;
  };
}
