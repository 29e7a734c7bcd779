import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { tenancyApiRef, useTenancyChanges } from '@caas/plugin-tenancy-react';
import { LoadableView, useLoadable } from '@caas/portal-ui';
import { tenantRouteRef } from '../../routes';
import { tenancyTranslationRef } from '../../translation';
import { PoolGrid } from '../Quotas';
import { tenantCodeOf } from './tenantCodeOf';

/** On the catalog page of a tenant's group: what its pools hold, and the way to its page. */
export function TenantCard() {
  const { entity } = useEntity();
  const code = tenantCodeOf(entity);
  const api = useApi(tenancyApiRef);
  const { t } = useTranslationRef(tenancyTranslationRef);
  const tenantHref = useRouteRef(tenantRouteRef)?.({ code });
  const changes = useTenancyChanges(code);
  const quotas = useLoadable(() => api.quotas.list({ code }), [api, code], {
    reloadOn: changes,
  });
  return (
    <EntityInfoCard
      title={t('pool.title')}
      headerActions={
        tenantHref && <Link href={tenantHref}>{t('action.open')}</Link>
      }
    >
      <LoadableView
        loadable={quotas}
        empty={{
          when: ({ items }) => items.length === 0,
          title: t('pool.none'),
        }}
      >
        {({ items }) => <PoolGrid pools={items} />}
      </LoadableView>
    </EntityInfoCard>
  );
}
