import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Flex,
  Link,
  Text,
  type ColumnConfig,
} from '@backstage/ui';
import type { Namespace, Tenant } from '@caas/plugin-tenancy-common';
import {
  PersonName,
  tenancyApiRef,
  useTenancyWords,
} from '@caas/plugin-tenancy-react';
import {
  DateTime,
  formatBytes,
  formatCores,
  PagedTable,
  usePortalLanguage,
} from '@caas/portal-ui';
import { requestRouteRef } from '../../routes';
import { tenancyTranslationRef } from '../../translation';
import { NamespaceStateTag } from '../NamespaceStateTag';
import { ApplyForNamespace } from './TenantActions';

const POLL_SECONDS = 30;

/** The namespaces that a tenant holds, and how far each is. */
export function NamespaceTable(props: { tenant: Tenant; changes: unknown }) {
  const { tenant, changes } = props;
  const { code } = tenant;
  const api = useApi(tenancyApiRef);
  const { t } = useTranslationRef(tenancyTranslationRef);
  const columns = useColumns();
  return (
    <PagedTable<Namespace>
      label={t('namespace.title')}
      columns={columns}
      load={range => api.namespaces.list({ tenant: code, ...range })}
      dependencies={[code]}
      reloadOn={changes}
      pollSeconds={POLL_SECONDS}
      empty={{
        title: t('namespace.none'),
        description: t('namespace.noneHelp'),
        action: <ApplyForNamespace tenant={tenant} />,
      }}
    />
  );
}

function useColumns(): ColumnConfig<Namespace>[] {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const words = useTenancyWords();
  const language = usePortalLanguage();
  const requestHref = useRouteRef(requestRouteRef);
  return [
    {
      id: 'name',
      label: t('column.namespace'),
      isRowHeader: true,
      cell: ({ name, purpose }) => (
        <CellText title={name} description={purpose} />
      ),
    },
    {
      id: 'pool',
      label: t('column.pool'),
      cell: ({ cluster, environment }) => (
        <CellText
          title={words.environment(environment)}
          description={cluster}
        />
      ),
    },
    {
      id: 'resources',
      label: t('column.resources'),
      cell: ({ resources }) => (
        <CellText
          title={formatCores(resources.cpuMillicores, language)}
          description={formatBytes(resources.memoryBytes, language)}
        />
      ),
    },
    {
      id: 'state',
      label: t('column.state'),
      cell: ({ state, message }) => (
        <Cell>
          <Flex direction="column" gap="1" align="start">
            <NamespaceStateTag state={state} />
            {message && (
              <Text variant="body-small" color="secondary">
                {message}
              </Text>
            )}
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'request',
      label: t('column.request'),
      cell: ({ requestId, requester, createdAt }) => {
        const href = requestHref?.({ id: requestId });
        return (
          <Cell>
            <Flex direction="column" gap="1" align="start">
              {href && <Link href={href}>{t('namespace.request')}</Link>}
              <Text variant="body-small" color="secondary">
                <PersonName person={requester} /> <DateTime value={createdAt} />
              </Text>
            </Flex>
          </Cell>
        );
      },
    },
  ];
}
