import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ApplySet } from '@caas/plugin-clusters-common';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import { DateTime, FactList, Section } from '@caas/portal-ui';
import { tenantRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { ApplySetStateTag } from '../ApplySetStateTag';

/** Whose an apply set is, and how far the cluster is with it. */
export function ApplySetFacts({ set }: { set: ApplySet }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const tenantName = useTenantNames();
  const toTenant = useRouteRef(tenantRouteRef);
  const tenantHref = set.tenant && toTenant?.({ code: set.tenant });
  const tenant = set.tenant && tenantName(set.tenant);
  return (
    <Section title={t('applySet.facts')}>
      <FactList
        facts={[
          {
            label: t('applySet.state'),
            value: <ApplySetStateTag state={set.state} />,
          },
          { label: t('applySet.owner'), value: set.owner },
          {
            label: t('applySet.tenant'),
            value: tenantHref ? (
              <Link href={tenantHref}>{tenant}</Link>
            ) : (
              tenant
            ),
          },
          {
            label: t('applySet.generation'),
            value: t('applySet.observed', {
              wanted: String(set.generation),
              ready: String(set.observedGeneration),
            }),
          },
          { label: t('applySet.reason'), value: set.reason },
          { label: t('applySet.attempts'), value: set.attempts },
          {
            label: t('applySet.updatedAt'),
            value: <DateTime value={set.updatedAt} relative />,
          },
        ]}
      />
    </Section>
  );
}
