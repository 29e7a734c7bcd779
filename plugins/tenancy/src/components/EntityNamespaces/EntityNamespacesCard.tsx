import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Flex, Link, Text } from '@backstage/ui';
import { NAMESPACE_CREATE } from '@caas/plugin-tenancy-common';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import { LoadableView, LoadingState } from '@caas/portal-ui';
import { useWizardHref } from '../../hooks/useWizardHref';
import { tenantRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { NamespaceLines } from '../Namespaces';
import {
  useEntityNamespaces,
  type EntityNamespaces,
} from './useEntityNamespaces';

const SHOWN = 6;

/** On the catalog page of a system or component: the namespaces that it has, with state, place and lease. */
export function EntityNamespacesCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(tenantsTranslationRef);
  const toTenant = useRouteRef(tenantRouteRef);
  const found = useEntityNamespaces(entity);
  const tenant = found.status === 'data' ? found.data.tenant : undefined;
  const tenantHref = tenant && toTenant?.({ code: tenant });
  return (
    <EntityInfoCard
      title={t('entity.title')}
      headerActions={
        tenantHref && (
          <Link href={`${tenantHref}?part=namespaces`}>{t('entity.all')}</Link>
        )
      }
    >
      <LoadableView
        loadable={found}
        loading={<LoadingState rows={2} />}
        empty={{
          when: ({ namespaces }) => namespaces.length === 0,
          title: tenant ? t('entity.none') : t('entity.noTenant'),
          description: tenant ? t('entity.noneHelp') : t('entity.noTenantHelp'),
          action: found.status === 'data' && <Apply found={found.data} />,
        }}
      >
        {data => <Namespaces found={data} />}
      </LoadableView>
    </EntityInfoCard>
  );
}

function Namespaces({ found }: { found: EntityNamespaces }) {
  const { tenant = '', namespaces, areNamed, mayApply } = found;
  const { t } = useTranslationRef(tenantsTranslationRef);
  const tenantName = useTenantNames();
  return (
    <Flex direction="column" gap="2">
      {!areNamed && (
        <Text as="p" variant="body-small" color="secondary">
          {t('entity.ofTenant', { tenant: tenantName(tenant) })}
        </Text>
      )}
      <NamespaceLines
        label={t('entity.title')}
        namespaces={namespaces.slice(0, SHOWN)}
        mayApply={mayApply}
      />
      {namespaces.length > SHOWN && (
        <Text as="p" variant="body-small" color="secondary">
          {t('entity.more', { count: namespaces.length - SHOWN })}
        </Text>
      )}
    </Flex>
  );
}

/** The next step of whoever may ask for a namespace. */
function Apply({ found }: { found: EntityNamespaces }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const toWizard = useWizardHref();
  if (!found.tenant || !found.mayApply) return null;
  const href = toWizard({ kind: NAMESPACE_CREATE, tenant: found.tenant });
  if (!href) return null;
  return (
    <ButtonLink variant="secondary" href={href}>
      {t('action.apply')}
    </ButtonLink>
  );
}
