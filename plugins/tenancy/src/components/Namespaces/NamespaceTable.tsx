import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Switch } from '@backstage/ui';
import type { Namespace, Tenant } from '@caas/plugin-tenancy-common';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { PagedTable, Section } from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';
import { ApplyForNamespace } from '../ApplyForNamespace';
import { useNamespaceColumns } from './useNamespaceColumns';

const POLL_SECONDS = 30;

/** The namespaces that a tenant holds, and how far each is. */
export function NamespaceTable(props: { tenant: Tenant; changes: unknown }) {
  const { tenant, changes } = props;
  const { code } = tenant;
  const api = useApi(tenancyApiRef);
  const { t } = useTranslationRef(tenantsTranslationRef);
  const columns = useNamespaceColumns(tenant);
  const [shows, setShows] = useState<'held' | 'deleted'>('held');
  return (
    <Section
      title={t('namespace.title')}
      actions={
        <Switch
          label={t('namespace.showDeleted')}
          isSelected={shows === 'deleted'}
          onChange={isOn => setShows(isOn ? 'deleted' : 'held')}
        />
      }
    >
      <PagedTable<Namespace>
        label={t('namespace.title')}
        columns={columns}
        load={range => api.namespaces.list({ tenant: code, shows, ...range })}
        dependencies={[code, shows]}
        reloadOn={changes}
        pollSeconds={POLL_SECONDS}
        empty={
          shows === 'deleted'
            ? {
                title: t('namespace.noneDeleted'),
                description: t('namespace.noneDeletedHelp'),
              }
            : {
                title: t('namespace.none'),
                description: t('namespace.noneHelp'),
                action: <ApplyForNamespace tenant={tenant} />,
              }
        }
      />
    </Section>
  );
}
