import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText } from '@backstage/ui';
import type { Service } from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import type { Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { ResourceTable } from './ResourceTable';
import { useCommonColumns } from './useCommonColumns';

/** Under which names and ports pods are reached. */
export function ServiceTable({ query }: { query: NamespaceQuery }) {
  const api = useApi(clustersApiRef);
  return (
    <ResourceTable
      noun="service"
      resource="services"
      query={query}
      columns={useServiceColumns()}
      list={api.services.list}
    />
  );
}

function useServiceColumns(): Columns<Service> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const { name, age, texts } = useCommonColumns();
  return [
    name(t('service.name')),
    {
      id: 'type',
      label: t('service.type'),
      cell: ({ type, clusterIp }) => (
        <CellText
          title={type}
          description={clusterIp === 'None' ? t('service.headless') : clusterIp}
        />
      ),
    },
    {
      id: 'ports',
      label: t('ports'),
      cell: ({ ports }) => texts(ports.map(describePort)),
    },
    {
      id: 'addresses',
      label: t('addresses'),
      cell: ({ addresses }) => texts(addresses, t('noAddress')),
    },
    age,
  ];
}

/** As kubectl writes it, with where it leads: `http 80:30080/TCP → web`. */
function describePort(port: Service['ports'][number]): string {
  const outside = port.nodePort ? `:${port.nodePort}` : '';
  const target =
    port.targetPort && port.targetPort !== `${port.port}`
      ? ` → ${port.targetPort}`
      : '';
  const name = port.name ? `${port.name} ` : '';
  return `${name}${port.port}${outside}/${port.protocol}${target}`;
}
