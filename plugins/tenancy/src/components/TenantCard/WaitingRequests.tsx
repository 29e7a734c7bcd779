import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Skeleton, Text } from '@backstage/ui';
import { useRequests } from '@caas/plugin-approvals-react';
import { requestsRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';

/** How many requests of a tenant wait for a decision, leading to them. */
export function WaitingRequests({ tenant }: { tenant: string }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const desk = useRouteRef(requestsRouteRef)?.();
  const waiting = useRequests({
    view: 'all',
    state: 'pending',
    tenant,
    limit: 1,
  });
  if (waiting.status === 'loading') return <Skeleton width={160} height={20} />;
  if (waiting.status !== 'data') {
    return (
      <Text as="p" color="secondary">
        {t('requests.unknown')}
      </Text>
    );
  }
  const text = t('requests.waiting', { count: waiting.data.totalCount });
  if (!desk) return <Text as="p">{text}</Text>;
  const search = new URLSearchParams({ view: 'all', state: 'pending', tenant });
  return <Link href={`${desk}?${search}`}>{text}</Link>;
}
