import { NotAllowedError } from '@backstage/errors';
import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  tenantUpdatePermission,
  type Tenant,
} from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyWords } from '@caas/plugin-tenancy-react';
import {
  DeniedState,
  LoadableView,
  LoadingState,
  PageFrame,
  useLoadable,
} from '@caas/portal-ui';
import { useNavigate } from 'react-router-dom';
import { manageTranslationRef } from '../../manage/translation';
import { editTenantRouteRef, rootRouteRef, tenantRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { TenantForm } from './TenantForm';

/** Changes a tenant. */
export function EditTenantPage() {
  const { code } = useRouteRefParams(editTenantRouteRef);
  const { t } = useTranslationRef(manageTranslationRef);
  const { t: ofPages } = useTranslationRef(tenantsTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const tenantHref = useRouteRef(tenantRouteRef)?.({ code }) ?? listHref;
  const tenant = useLoadable(() => api.tenants.get({ code }), [api, code]);
  const name = tenant.status === 'data' ? words.tenantName(tenant.data) : code;
  return (
    <PageFrame
      title={t('tenant.editTitle', { name })}
      breadcrumbs={[
        { label: ofPages('list.title'), href: listHref },
        { label: name, href: tenantHref },
      ]}
    >
      <LoadableView loadable={tenant}>
        {found => <EditTenant tenant={found} tenantHref={tenantHref} />}
      </LoadableView>
    </PageFrame>
  );
}

function EditTenant(props: { tenant: Tenant; tenantHref: string }) {
  const { tenant, tenantHref } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const navigate = useNavigate();
  const { loading, allowed } = usePermission({
    permission: tenantUpdatePermission,
    resourceRef: tenant.code,
  });
  if (loading) return <LoadingState />;
  if (!allowed) {
    return <DeniedState error={new NotAllowedError(t('tenant.editDenied'))} />;
  }
  return (
    <TenantForm
      tenant={tenant}
      cancelHref={tenantHref}
      onSaved={() => navigate(tenantHref)}
    />
  );
}
