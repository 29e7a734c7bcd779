import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { Gateway } from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import { ClusterTable, type Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { ServingTag } from './ServingTag';
import { useCommonColumns } from './useCommonColumns';

/** What listens for traffic from outside. */
export function GatewayTable({ query }: { query: NamespaceQuery }) {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const api = useApi(clustersApiRef);
  return (
    <ClusterTable
      label={t('gateway.title')}
      columns={useGatewayColumns()}
      query={query}
      resources={['gateways']}
      pageSize={10}
      load={range => api.gateways.list({ ...range, ...query })}
      empty={{ title: t('gateway.empty'), description: t('gateway.emptyHelp') }}
    />
  );
}

function useGatewayColumns(): Columns<Gateway> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const { age, texts } = useCommonColumns();
  return [
    {
      id: 'name',
      label: t('gateway.name'),
      isRowHeader: true,
      cell: ({ name, className }) => (
        <CellText title={name} description={className} />
      ),
    },
    {
      id: 'state',
      label: t('state'),
      cell: ({ state, reason }) => (
        <Cell>
          <ServingTag state={state} reason={reason} />
        </Cell>
      ),
    },
    {
      id: 'listeners',
      label: t('gateway.listeners'),
      cell: ({ listeners }) =>
        texts(
          listeners.map(
            ({ name, protocol, port, hostname }) =>
              `${name} ${protocol}:${port} ${hostname ?? t('anyHost')}`,
          ),
        ),
    },
    {
      id: 'addresses',
      label: t('addresses'),
      cell: ({ addresses }) => texts(addresses, t('noAddress')),
    },
    age,
  ];
}
