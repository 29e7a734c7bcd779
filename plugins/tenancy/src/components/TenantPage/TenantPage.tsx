import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { TenantDetail } from '@caas/plugin-tenancy-common';
import {
  tenancyApiRef,
  useTenancyChanges,
  useTenancyWords,
} from '@caas/plugin-tenancy-react';
import {
  LoadableView,
  MainAndSide,
  PageFrame,
  Section,
  useLoadable,
} from '@caas/portal-ui';
import { rootRouteRef, tenantRouteRef } from '../../routes';
import { tenancyTranslationRef } from '../../translation';
import { PoolGrid } from '../Quotas';
import { MemberList } from './MemberList';
import { NamespaceTable } from './NamespaceTable';
import { TenantActions } from './TenantActions';
import { TenantFacts } from './TenantFacts';

/** How often the page asks by itself, in case that a signal was lost. */
const POLL_SECONDS = 30;

/** One tenant: its pools, namespaces and people. */
export function TenantPage() {
  const { code } = useRouteRefParams(tenantRouteRef);
  const api = useApi(tenancyApiRef);
  const { t } = useTranslationRef(tenancyTranslationRef);
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
        tenant.status === 'data' && <TenantActions tenant={tenant.data} />
      }
    >
      <LoadableView loadable={tenant}>
        {found => <TenantBody tenant={found} changes={changes} />}
      </LoadableView>
    </PageFrame>
  );
}

function TenantBody(props: { tenant: TenantDetail; changes: unknown }) {
  const { tenant, changes } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <MainAndSide
      side={
        <>
          <TenantFacts tenant={tenant} />
          <Section title={t('member.title')}>
            <MemberList members={tenant.members} />
          </Section>
        </>
      }
    >
      <Section title={t('pool.title')}>
        {tenant.quotas.length > 0 ? (
          <PoolGrid pools={tenant.quotas} />
        ) : (
          <Text as="p" color="secondary">
            {t('pool.none')}
          </Text>
        )}
      </Section>
      <Section title={t('namespace.title')}>
        <NamespaceTable tenant={tenant} changes={changes} />
      </Section>
    </MainAndSide>
  );
}
