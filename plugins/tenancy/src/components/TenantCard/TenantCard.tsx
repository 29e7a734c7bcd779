import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link } from '@backstage/ui';
import { tenancyApiRef, useTenancyChanges } from '@caas/plugin-tenancy-react';
import { LoadableView, LoadingState, useLoadable } from '@caas/portal-ui';
import { tenantRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { PoolGrid } from '../Quotas';
import { tenantCodeOf } from './tenantCodeOf';
import { WaitingRequests } from './WaitingRequests';

/** On the catalog page of a tenant's group: what it holds, what is asked for in it, and the way to its page. */
export function TenantCard() {
  const { entity } = useEntity();
  const code = tenantCodeOf(entity);
  const api = useApi(tenancyApiRef);
  const { t } = useTranslationRef(tenantsTranslationRef);
  const tenantHref = useRouteRef(tenantRouteRef)?.({ code });
  const changes = useTenancyChanges(code);
  const quotas = useLoadable(() => api.quotas.list({ code }), [api, code], {
    reloadOn: changes,
  });
  return (
    <EntityInfoCard
      title={t('quota.title')}
      headerActions={
        tenantHref && <Link href={tenantHref}>{t('action.open')}</Link>
      }
    >
      <LoadableView
        loadable={quotas}
        loading={<LoadingState rows={3} />}
        empty={{
          when: ({ items }) => items.length === 0,
          title: t('quota.none'),
          description: t('quota.noneHelp'),
        }}
      >
        {({ items }) => (
          <Flex direction="column" gap="4">
            <PoolGrid pools={items} />
            <WaitingRequests tenant={code} />
          </Flex>
        )}
      </LoadableView>
    </EntityInfoCard>
  );
}
