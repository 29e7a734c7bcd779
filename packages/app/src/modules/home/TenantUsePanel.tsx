import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Grid, Link, Text } from '@backstage/ui';
import type { Tenant } from '@caas/plugin-tenancy-common';
import { useTenants } from '@caas/plugin-tenancy-react';
import { LoadableView, Section } from '@caas/portal-ui';
import { tenantsRouteRef } from './routes';
import { TenantUse } from './TenantUse';
import { homeTranslationRef } from './translation';

const SHOWN = 4;

/** What the person's tenants hold of their quotas. Platform roles see every tenant; the first few stand here. */
export function TenantUsePanel() {
  const { t } = useTranslationRef(homeTranslationRef);
  const tenants = useTenants();
  const all = useRouteRef(tenantsRouteRef);
  return (
    <Section
      title={t('tenants.title')}
      actions={
        all && (
          <Link href={all()}>
            {t('all')}
            {tenants.status === 'data' && ` (${tenants.data.length})`}
          </Link>
        )
      }
    >
      <LoadableView
        loadable={tenants}
        empty={{
          when: found => found.length === 0,
          title: t('tenants.empty'),
          description: t('tenants.emptyHelp'),
        }}
      >
        {found => (
          <Flex direction="column" gap="3">
            <Grid.Root columns={{ initial: '1', md: '2' }} gap="6">
              {ownFirst(found)
                .slice(0, SHOWN)
                .map(tenant => (
                  <Grid.Item key={tenant.code}>
                    <TenantUse tenant={tenant} />
                  </Grid.Item>
                ))}
            </Grid.Root>
            {found.length > SHOWN && (
              <Text color="secondary">
                {t('tenants.more', { count: found.length - SHOWN })}
              </Text>
            )}
          </Flex>
        )}
      </LoadableView>
    </Section>
  );
}

function ownFirst(tenants: Tenant[]): Tenant[] {
  return [...tenants].sort(
    (a, b) => Number(b.myRoles.length > 0) - Number(a.myRoles.length > 0),
  );
}
