import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { Tenant } from '@caas/plugin-tenancy-common';
import { manageTranslationRef } from '../../manage/translation';

/** Says over the page of a tenant that it is suspended or closed, and why. */
export function StateBanner({ tenant }: { tenant: Tenant }) {
  const { state, stateReason } = tenant;
  const { t } = useTranslationRef(manageTranslationRef);
  if (state === 'active') return null;
  return (
    <Alert
      role="note"
      status="warning"
      icon
      title={t(`state.${state}.banner`)}
      description={stateReason && t('state.since', { reason: stateReason })}
    />
  );
}
