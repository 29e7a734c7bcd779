import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { Route } from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import { ClusterTable, type Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { ServingTag } from './ServingTag';
import { useCommonColumns } from './useCommonColumns';
import { useRuleTexts } from './useRuleTexts';

/** Which requests go where, by the Gateway API. */
export function RouteTable({ query }: { query: NamespaceQuery }) {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const api = useApi(clustersApiRef);
  return (
    <ClusterTable
      label={t('route.title')}
      columns={useRouteColumns()}
      query={query}
      resources={['routes']}
      pageSize={10}
      load={range => api.routes.list({ ...range, ...query })}
      empty={{ title: t('route.empty'), description: t('route.emptyHelp') }}
    />
  );
}

function useRouteColumns(): Columns<Route> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const { age, texts } = useCommonColumns();
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
