import { NotAllowedError } from '@backstage/errors';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { Namespace } from '@caas/plugin-tenancy-common';
import {
  mayAsk,
  tenancyApiRef,
  useTenancyChanges,
} from '@caas/plugin-tenancy-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';
import { findTenantCode } from './findTenantCode';
import { namespacesOf } from './namespaceRefsOf';

/** More than a card shows of one tenant; the tenant's page has all. */
const LIMIT = 100;

/** The namespaces of an entity, and whether they are named by it or are simply its tenant's. */
export type EntityNamespaces = {
  /** Code of the tenant that owns the entity; undefined when none does. */
  tenant?: string;
  namespaces: Namespace[];
  areNamed: boolean;
  mayApply: boolean;
};

/**
 * The namespaces of an entity. Lists of others' tenants are empty rather than refused, so who has no role in the tenant
 * is told so here.
 */
export function useEntityNamespaces(
  entity: Entity,
): Loadable<EntityNamespaces> {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const catalog = useApi(catalogApiRef);
  const api = useApi(tenancyApiRef);
  const reloadOn = useTenancyChanges();
  return useLoadable(
    async () => {
      const tenant = await findTenantCode(entity, catalog);
      if (!tenant) return { namespaces: [], areNamed: false, mayApply: false };
      const mine = await api.memberships.mine({});
      const membership = mine.tenants.find(({ code }) => code === tenant);
      if (!membership && mine.platformRoles.length === 0) {
        throw new NotAllowedError(t('entity.denied', { tenant }));
      }
      const { items } = await api.namespaces.list({ tenant, limit: LIMIT });
      return {
        tenant,
        ...namespacesOf(entity, items),
        mayApply: mayAsk(membership?.roles ?? []),
      };
    },
    [api, catalog, stringifyEntityRef(entity)],
    { reloadOn },
  );
}
