import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { TenantDetail } from '@caas/plugin-tenancy-common';
import { EmptyState, MainAndSide, Section } from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';
import { EndingLeases } from '../Namespaces';
import { PoolGrid } from '../Quotas';
import { TenantFacts } from './TenantFacts';

/** A tenant at a glance: what it is, what it holds, and what ends soon. */
export function Overview(props: { tenant: TenantDetail; changes: unknown }) {
  const { tenant, changes } = props;
  const { t } = useTranslationRef(tenantsTranslationRef);
  return (
    <MainAndSide side={<TenantFacts tenant={tenant} />}>
      <Section
        title={t('quota.title')}
        actions={
          <ButtonLink size="small" variant="secondary" href="?part=quotas">
            {t('quota.details')}
          </ButtonLink>
        }
      >
        {tenant.quotas.length > 0 ? (
          <PoolGrid pools={tenant.quotas} />
        ) : (
          <EmptyState
            title={t('quota.none')}
            description={t('quota.noneHelp')}
          />
        )}
      </Section>
      <EndingLeases tenant={tenant} changes={changes} />
    </MainAndSide>
  );
}
