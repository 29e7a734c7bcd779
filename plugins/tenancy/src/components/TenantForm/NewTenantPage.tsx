import { NotAllowedError } from '@backstage/errors';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { tenantCreatePermission } from '@caas/plugin-tenancy-common';
import { DeniedState, LoadingState, PageFrame } from '@caas/portal-ui';
import { useNavigate } from 'react-router-dom';
import { manageTranslationRef } from '../../manage/translation';
import { rootRouteRef, tenantRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { TenantForm } from './TenantForm';

/** Makes a tenant. */
export function NewTenantPage() {
  const { t } = useTranslationRef(manageTranslationRef);
  const { t: ofPages } = useTranslationRef(tenantsTranslationRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  return (
    <PageFrame
      title={t('tenant.newTitle')}
      description={t('tenant.newHelp')}
      breadcrumbs={[{ label: ofPages('list.title'), href: listHref }]}
    >
      <NewTenant listHref={listHref} />
    </PageFrame>
  );
}

function NewTenant({ listHref }: { listHref: string }) {
  const { t } = useTranslationRef(manageTranslationRef);
  const toTenant = useRouteRef(tenantRouteRef);
  const navigate = useNavigate();
  const { loading, allowed } = usePermission({
    permission: tenantCreatePermission,
  });
  if (loading) return <LoadingState />;
  if (!allowed) {
    return (
      <DeniedState
        error={new NotAllowedError(t('tenant.newDenied'))}
        help={t('tenant.newDeniedHelp')}
      />
    );
  }
  return (
    <TenantForm
      cancelHref={listHref}
      onSaved={code => navigate(toTenant?.({ code }) ?? listHref)}
    />
  );
}
