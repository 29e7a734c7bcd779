import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type { ListedTenant } from '@caas/plugin-tenancy-common';
import { TenantUseBar, useTenancyWords } from '@caas/plugin-tenancy-react';
import { tenantRouteRef } from './routes';
import { homeTranslationRef } from './translation';

/** One tenant: what it runs out of first, and how many namespaces it has. */
export function TenantUse({ tenant }: { tenant: ListedTenant }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const { tenantName } = useTenancyWords();
  const name = tenantName(tenant);
  const href = useRouteRef(tenantRouteRef)?.({ code: tenant.code });
  const namespaces = t('tenants.namespaces', { count: tenant.namespaceCount });
  return (
    <Flex direction="column" gap="1">
      <Flex justify="between" align="center" gap="3">
        {href ? <Link href={href}>{name}</Link> : <Text>{name}</Text>}
        {href ? (
          <Link href={`${href}?part=namespaces`} variant="body-small">
            {namespaces}
          </Link>
        ) : (
          <Text variant="body-small">{namespaces}</Text>
        )}
      </Flex>
      <TenantUseBar tenant={tenant} href={href && `${href}?part=quotas`} />
    </Flex>
  );
}
