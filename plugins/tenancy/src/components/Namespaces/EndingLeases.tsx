import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Tenant } from '@caas/plugin-tenancy-common';
import { useEndingLeases } from '@caas/plugin-tenancy-react';
import { LoadableView, LoadingState, Section } from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';
import { mayApply } from '../mayApply';
import { NamespaceLines } from './NamespaceLines';

/** The namespaces of a tenant whose lease ends soon, the first of them first. */
export function EndingLeases(props: { tenant: Tenant; changes: unknown }) {
  const { tenant, changes } = props;
  const { t } = useTranslationRef(tenantsTranslationRef);
  const ending = useEndingLeases({ tenant: tenant.code, reloadOn: changes });
  return (
    <Section title={t('lease.soon')}>
      <LoadableView loadable={ending} loading={<LoadingState rows={2} />}>
        {namespaces =>
          namespaces.length > 0 ? (
            <NamespaceLines
              label={t('lease.soon')}
              namespaces={namespaces}
              mayApply={mayApply(tenant)}
            />
          ) : (
            <Text as="p" color="secondary">
              {t('lease.soonNone')}
            </Text>
          )
        }
      </LoadableView>
    </Section>
  );
}
