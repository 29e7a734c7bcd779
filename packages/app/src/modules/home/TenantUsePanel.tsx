import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ListedTenant } from '@caas/plugin-tenancy-common';
import type { Loadable } from '@caas/portal-ui';
import { Panel } from './Panel';
import { tenantsRouteRef } from './routes';
import { TenantUse } from './TenantUse';
import { homeTranslationRef } from './translation';

/** A glance; the list of tenants has them all. */
const SHOWN = 3;

/** What the person's tenants hold of their quotas. Platform roles see every tenant; the first few stand here. */
export function TenantUsePanel({
  tenants,
}: {
  tenants: Loadable<ListedTenant[]>;
}) {
  const { t } = useTranslationRef(homeTranslationRef);
  const all = useRouteRef(tenantsRouteRef);
  return (
    <Panel
      title={t('tenants.title')}
      loadable={tenants}
      all={all && { href: all(), count: found => found.length }}
      empty={{
        when: found => found.length === 0,
        title: t('tenants.empty'),
        description: t('tenants.emptyHelp'),
      }}
    >
      {found => (
        <Flex direction="column" gap="6">
          {ownFirst(found)
            .slice(0, SHOWN)
            .map(tenant => (
              <TenantUse key={tenant.code} tenant={tenant} />
            ))}
          {found.length > SHOWN && (
            <Text color="secondary">
              {t('tenants.more', { count: found.length - SHOWN })}
            </Text>
          )}
        </Flex>
      )}
    </Panel>
  );
}

function ownFirst(tenants: ListedTenant[]): ListedTenant[] {
  return [...tenants].sort(
    (a, b) => Number(b.myRoles.length > 0) - Number(a.myRoles.length > 0),
  );
}
