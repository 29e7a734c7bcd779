import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type { Quota, Resources, Tenant } from '@caas/plugin-tenancy-common';
import {
  tenancyApiRef,
  useTenancyChanges,
  useTenancyWords,
} from '@caas/plugin-tenancy-react';
import {
  formatBytes,
  formatCores,
  LoadableView,
  LoadingState,
  QuotaBar,
  useLoadable,
  usePortalLanguage,
} from '@caas/portal-ui';
import { tenantRouteRef } from './routes';
import { homeTranslationRef } from './translation';

/** One tenant: what it holds of all its pools together. */
export function TenantUse({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const language = usePortalLanguage();
  const { tenantName } = useTenancyWords();
  const toTenant = useRouteRef(tenantRouteRef);
  const api = useApi(tenancyApiRef);
  const reloadOn = useTenancyChanges();
  const quotas = useLoadable(
    () => api.quotas.list({ code: tenant.code }),
    [api, tenant.code],
    { reloadOn },
  );
  const name = tenantName(tenant);
  const href = toTenant?.({ code: tenant.code });
  const namespaces = t('tenants.namespaces', { count: tenant.namespaceCount });
  return (
    <Flex direction="column" gap="3">
      <Flex justify="between" align="center" gap="3">
        {href ? <Link href={href}>{name}</Link> : <Text>{name}</Text>}
        {href ? (
          <Link href={href} variant="body-small">
            {namespaces}
          </Link>
        ) : (
          <Text variant="body-small">{namespaces}</Text>
        )}
      </Flex>
      <LoadableView loadable={quotas} loading={<LoadingState rows={2} />}>
        {({ items }) => (
          <>
            <QuotaBar
              label={t('tenants.cpu')}
              href={href}
              {...sum(items, 'cpuMillicores')}
              format={amount => formatCores(amount, language)}
            />
            <QuotaBar
              label={t('tenants.memory')}
              href={href}
              {...sum(items, 'memoryBytes')}
              format={amount => formatBytes(amount, language)}
            />
          </>
        )}
      </LoadableView>
    </Flex>
  );
}

/** One resource of all pools together. */
function sum(quotas: Quota[], resource: keyof Resources) {
  const of = (part: 'allocated' | 'requested' | 'hard') =>
    quotas.reduce((total, quota) => total + quota[part][resource], 0);
  return {
    used: of('allocated'),
    requested: of('requested'),
    limit: of('hard'),
  };
}
