import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { NamespaceView } from '@caas/plugin-clusters-common';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import { DateTime, FactList, Section } from '@caas/portal-ui';
import { tenantRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { NamespacePhaseTag } from '../NamespacePhaseTag';
import { useEnvironmentName } from '../useEnvironmentName';

/** Whose a namespace is, and how it is. */
export function NamespaceFacts({ namespace }: { namespace: NamespaceView }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const tenantName = useTenantNames();
  const environmentName = useEnvironmentName();
  const toTenant = useRouteRef(tenantRouteRef);
  const { tenant, environment, phase, createdAt } = namespace;
  const tenantHref = tenant && toTenant?.({ code: tenant });
  const owner = tenant ? tenantName(tenant) : t('namespaces.platform');
  return (
    <Section title={t('namespaces.facts')}>
      <FactList
        facts={[
          {
            label: t('namespaces.tenant'),
            value: tenantHref ? <Link href={tenantHref}>{owner}</Link> : owner,
          },
          {
            label: t('namespaces.environment'),
            value: environment && environmentName(environment),
          },
          {
            label: t('namespaces.phase'),
            value: <NamespacePhaseTag phase={phase} />,
          },
          {
            label: t('namespaces.createdAt'),
            value: createdAt && <DateTime value={createdAt} />,
          },
        ]}
      />
    </Section>
  );
}
