import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import { QuotaBar, useLoadable } from '@caas/portal-ui';
import { tenancyApiRef } from '../../api';
import { useTenancyChanges, useTenancyWords } from '../../hooks';
import { tenancyReactTranslationRef } from '../../translation';
import { tightestQuota } from './tightestQuota';

/** @public */
export type TenantUseBarProps = {
  /** Code of the tenant. */
  tenant: string;
  /** Where the figures lead. */
  href?: string;
};

/**
 * What a tenant holds at a glance: the one of its quotas that it will run out of first. Lists show many of these, so
 * its states take a line each.
 *
 * @public
 */
export function TenantUseBar({ tenant, href }: TenantUseBarProps) {
  const { t } = useTranslationRef(tenancyReactTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const reloadOn = useTenancyChanges(tenant);
  const quotas = useLoadable(
    () => api.quotas.list({ code: tenant }),
    [api, tenant],
    { reloadOn },
  );
  if (quotas.status === 'loading') return <Skeleton width="100%" height={24} />;
  if (quotas.status !== 'data') {
    return (
      <Text variant="body-small" color="danger">
        {t('use.failed')}
      </Text>
    );
  }
  const tightest = tightestQuota(quotas.data.items);
  if (!tightest) {
    return (
      <Text variant="body-small" color="secondary">
        {t('use.none')}
      </Text>
    );
  }
  const { quota, dimension } = tightest;
  return (
    <QuotaBar
      label={t('use.label', {
        resource: words.resource(dimension),
        environment: words.environment(quota.environment),
        cluster: quota.cluster,
      })}
      used={quota.allocated[dimension]}
      requested={quota.requested[dimension]}
      limit={quota.hard[dimension]}
      format={amount => words.amount(dimension, amount)}
      href={href}
    />
  );
}
