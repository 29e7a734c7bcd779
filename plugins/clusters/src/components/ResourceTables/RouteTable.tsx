import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText } from '@backstage/ui';
import type { Route } from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import type { Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { ResourceTable } from './ResourceTable';
import { useCommonColumns } from './useCommonColumns';
import { useRuleTexts } from './useRuleTexts';

/** Which requests go where, by the Gateway API. */
export function RouteTable({ query }: { query: NamespaceQuery }) {
  const api = useApi(clustersApiRef);
  return (
    <ResourceTable
      noun="route"
      resource="routes"
      query={query}
      columns={useRouteColumns()}
      list={api.routes.list}
    />
  );
}

function useRouteColumns(): Columns<Route> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const { age, serving, texts } = useCommonColumns();
  const ruleTexts = useRuleTexts();
  return [
    {
      id: 'name',
      label: t('route.name'),
      isRowHeader: true,
      width: '18%',
      cell: ({ name, gateways }) => (
        <CellText
          title={name}
          description={t('route.gateways', { gateways: gateways.join(', ') })}
        />
      ),
    },
    serving,
    {
      id: 'hostnames',
      label: t('route.hostnames'),
      cell: ({ hostnames }) => texts(hostnames, t('anyHost')),
    },
    {
      id: 'rules',
      label: t('rules'),
      width: '30%',
      cell: ({ rules }) => texts(ruleTexts(rules)),
    },
    age,
  ];
}
