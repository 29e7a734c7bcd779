import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { NAMESPACE_CREATE, type Tenant } from '@caas/plugin-tenancy-common';
import { RiAddLine } from '@remixicon/react';
import { useWizardHref } from '../hooks/useWizardHref';
import { tenantsTranslationRef } from '../tenants/translation';
import { mayApply } from './mayApply';

/** To the wizard; only for those who may ask for something in this tenant. */
export function ApplyForNamespace({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const href = useWizardHref()({ kind: NAMESPACE_CREATE, tenant: tenant.code });
  if (!href || !mayApply(tenant)) return null;
  return (
    <ButtonLink href={href} iconStart={<RiAddLine />}>
      {t('action.apply')}
    </ButtonLink>
  );
}
