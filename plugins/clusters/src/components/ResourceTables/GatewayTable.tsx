import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Gateway } from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import type { Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { ResourceTable } from './ResourceTable';
import { useCommonColumns } from './useCommonColumns';

/** What listens for traffic from outside. */
export function GatewayTable({ query }: { query: NamespaceQuery }) {
  const api = useApi(clustersApiRef);
  return (
    <ResourceTable
      noun="gateway"
      resource="gateways"
      query={query}
      columns={useGatewayColumns()}
      list={api.gateways.list}
    />
  );
}

function useGatewayColumns(): Columns<Gateway> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const { age, nameAndClass, serving, texts } = useCommonColumns();
  return [
    nameAndClass(t('gateway.name')),
    serving,
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
