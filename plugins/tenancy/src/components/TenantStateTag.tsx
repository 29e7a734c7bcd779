import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Tenant } from '@caas/plugin-tenancy-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { tenantsTranslationRef } from '../tenants/translation';

const TONES: Record<Tenant['state'], StatusTone> = {
  active: 'success',
  suspended: 'warning',
  closed: 'neutral',
};

/** The state of a tenant as a tag. */
export function TenantStateTag({ state }: Pick<Tenant, 'state'>) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  return <StatusTag tone={TONES[state]} label={t(`state.${state}`)} />;
}
