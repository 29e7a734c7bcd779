import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  amountsOfResources,
  TENANT_QUOTA,
  type Quota,
  type TenantDetail,
} from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { CardGrid, EmptyState, Section } from '@caas/portal-ui';
import { useWizardHref } from '../../hooks/useWizardHref';
import { tenantsTranslationRef } from '../../tenants/translation';
import { mayApply } from '../mayApply';
import { QuotaFigures } from './QuotaFigures';

/** Every quota of a tenant, by cluster and environment, in all that it counts. */
export function QuotaSections({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const words = useTenancyWords();
  if (tenant.quotas.length === 0) {
    return (
      <Section title={t('quota.title')}>
        <EmptyState
          title={t('quota.none')}
          description={t('quota.noneHelp')}
          action={<ApplyForQuota tenant={tenant} />}
        />
      </Section>
    );
  }
  return (
    <CardGrid label={t('quota.title')} narrowest="26rem">
      {tenant.quotas.map(quota => (
        <li key={`${quota.cluster}/${quota.environment}`}>
          <Section
            title={t('quota.name', {
              cluster: quota.cluster,
              environment: words.environment(quota.environment),
            })}
            actions={<ApplyForQuota tenant={tenant} quota={quota} />}
          >
            <QuotaFigures quota={quota} />
          </Section>
        </li>
      ))}
    </CardGrid>
  );
}

/** To the wizard: for another amount in this place, or for a quota somewhere. For those who may ask. */
function ApplyForQuota(props: { tenant: TenantDetail; quota?: Quota }) {
  const { tenant, quota } = props;
  const { t } = useTranslationRef(tenantsTranslationRef);
  const href = useWizardHref()({
    kind: TENANT_QUOTA,
    tenant: tenant.code,
    payload: quota && {
      cluster: quota.cluster,
      environment: quota.environment,
      ...amountsOfResources(quota.hard),
    },
  });
  if (!href || !mayApply(tenant)) return null;
  return (
    <ButtonLink size="small" variant="secondary" href={href}>
      {quota ? t('quota.change') : t('quota.apply')}
    </ButtonLink>
  );
}
