import { useApi } from '@backstage/core-plugin-api';
import type { ListedTenant } from '@caas/plugin-tenancy-common';
import { useLoadable, type Loadable } from '@caas/portal-ui';
import { tenancyApiRef, type TenancyApi } from '../api';
import { useTenancyChanges } from './useTenancyChanges';

const PAGE_SIZE = 100;

/**
 * Every tenant that the person may see, with its use at a glance. It follows changes live.
 *
 * @public
 */
export function useTenants(): Loadable<ListedTenant[]> {
  const api = useApi(tenancyApiRef);
  const reloadOn = useTenancyChanges();
  return useLoadable(() => listEveryTenant(api), [api], { reloadOn });
}

/** All pages of the list; a platform has tens of tenants, so this is one question nearly always. */
async function listEveryTenant(api: TenancyApi): Promise<ListedTenant[]> {
  const tenants: ListedTenant[] = [];
  for (;;) {
    const page = await api.tenants.list({
      limit: PAGE_SIZE,
      offset: tenants.length,
    });
    tenants.push(...page.items);
    if (page.items.length === 0 || tenants.length >= page.totalCount) {
      return tenants;
    }
  }
}
