import { useApi } from '@backstage/core-plugin-api';
import type { Namespace } from '@caas/plugin-tenancy-common';
import {
  tenancyApiRef,
  useTenancyChanges,
  type TenancyApi,
} from '@caas/plugin-tenancy-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';

const PAGE_SIZE = 100;

/** States of a namespace about which nothing more can be asked. */
const ENDED: readonly string[] = ['deleting', 'deleted'];

/** The namespaces of a tenant that can be changed. They follow changes live. */
export function useNamespaces(
  tenant: string,
  isFit: (namespace: Namespace) => boolean = () => true,
): Loadable<Namespace[]> {
  const api = useApi(tenancyApiRef);
  const namespaces = useLoadable(() => listAll(api, tenant), [api, tenant], {
    reloadOn: useTenancyChanges(tenant),
  });
  if (namespaces.status !== 'data') return namespaces;
  return {
    ...namespaces,
    data: namespaces.data.filter(
      namespace => !ENDED.includes(namespace.state) && isFit(namespace),
    ),
  };
}

/** All pages of the list: a tenant has tens of namespaces, so this is one question nearly always. */
async function listAll(api: TenancyApi, tenant: string): Promise<Namespace[]> {
  const found: Namespace[] = [];
  for (;;) {
    const { items, totalCount } = await api.namespaces.list({
      tenant,
      limit: PAGE_SIZE,
      offset: found.length,
    });
    found.push(...items);
    if (items.length === 0 || found.length >= totalCount) return found;
  }
}
