import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ListedTenant } from '@caas/plugin-tenancy-common';
import { QuotaBar } from '@caas/portal-ui';
import { useTenancyWords } from '../../hooks';
import { tenancyReactTranslationRef } from '../../translation';

/** @public */
export type TenantUseBarProps = {
  tenant: Pick<ListedTenant, 'tightestQuota'>;
  /** Where the figures lead. */
  href?: string;
};

/**
 * What a tenant holds at a glance: the one of its quotas that it will run out of first.
 *
 * @remarks
 * Lists show many of these, so it asks for nothing itself: the list of tenants brings what it draws.
 *
 * @public
 */
export function TenantUseBar({ tenant, href }: TenantUseBarProps) {
  const { t } = useTranslationRef(tenancyReactTranslationRef);
  const words = useTenancyWords();
  if (!tenant.tightestQuota) {
    return (
      <Text variant="body-small" color="secondary">
        {t('use.none')}
      </Text>
    );
  }
  const { cluster, environment, dimension, ...amounts } = tenant.tightestQuota;
  return (
    <QuotaBar
      label={t('use.label', {
        resource: words.resource(dimension),
        environment: words.environment(environment),
        cluster,
      })}
      used={amounts.allocated}
      requested={amounts.requested}
      limit={amounts.hard}
      format={amount => words.amount(dimension, amount)}
      href={href}
    />
  );
}
