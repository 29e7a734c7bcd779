import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  tenancyApiRef,
  useTenancyChanges,
  useTenancyWords,
} from '@caas/plugin-tenancy-react';
import { LoadableView, PageFrame, useLoadable } from '@caas/portal-ui';
import { rootRouteRef, tenantRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { TenantActions } from './TenantActions';
import { TenantParts } from './TenantParts';

/** How often the page asks by itself, in case that a signal was lost. */
const POLL_SECONDS = 30;

/** One tenant, a part at a time. */
export function TenantPage() {
  const { code } = useRouteRefParams(tenantRouteRef);
  const api = useApi(tenancyApiRef);
  const { t } = useTranslationRef(tenantsTranslationRef);
  const words = useTenancyWords();
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const changes = useTenancyChanges(code);
  const tenant = useLoadable(() => api.tenants.get({ code }), [api, code], {
    reloadOn: changes,
    pollSeconds: POLL_SECONDS,
  });
  return (
    <PageFrame
      title={tenant.status === 'data' ? words.tenantName(tenant.data) : code}
      breadcrumbs={[{ label: t('list.title'), href: listHref }]}
      actions={
        tenant.status === 'data' && (
          <TenantActions tenant={tenant.data} onChanged={tenant.retry} />
        )
      }
    >
      <LoadableView loadable={tenant}>
        {found => <TenantParts tenant={found} changes={changes} />}
      </LoadableView>
    </PageFrame>
  );
}
