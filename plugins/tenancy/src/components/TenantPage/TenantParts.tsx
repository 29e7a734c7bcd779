import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TenantDetail } from '@caas/plugin-tenancy-common';
import { PartTabs } from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';
import { NamespaceTable } from '../Namespaces';
import { OrganisationPart } from '../Organisation';
import { PeoplePart } from '../People';
import { QuotaSections } from '../Quotas';
import { TenantRequests } from '../TenantRequests';
import { Overview } from './Overview';
import { StateBanner } from './StateBanner';

type Props = {
  tenant: TenantDetail;
  /** Changes whenever something of the tenant did. */
  changes: unknown;
};

/** Everything about a tenant, a part at a time. */
export function TenantParts(props: Props) {
  const { tenant, changes } = props;
  const { t } = useTranslationRef(tenantsTranslationRef);
  return (
    <>
      <StateBanner tenant={tenant} />
      <PartTabs
        label={t('part.label')}
        parts={[
          {
            id: 'overview',
            title: t('part.overview'),
            content: <Overview {...props} />,
          },
          {
            id: 'organisation',
            title: t('part.organisation'),
            content: <OrganisationPart {...props} />,
          },
          {
            id: 'people',
            title: t('part.people'),
            content: <PeoplePart {...props} />,
          },
          {
            id: 'quotas',
            title: t('part.quotas'),
            content: <QuotaSections tenant={tenant} />,
          },
          {
            id: 'namespaces',
            title: t('part.namespaces'),
            content: <NamespaceTable tenant={tenant} changes={changes} />,
          },
          {
            id: 'requests',
            title: t('part.requests'),
            content: <TenantRequests tenant={tenant} />,
          },
        ]}
      />
    </>
  );
}
