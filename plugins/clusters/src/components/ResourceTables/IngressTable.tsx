import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText } from '@backstage/ui';
import type { Ingress } from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import { ClusterTable, type Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { useCommonColumns } from './useCommonColumns';
import { useRuleTexts } from './useRuleTexts';

/** Which addresses lead here. */
export function IngressTable({ query }: { query: NamespaceQuery }) {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const api = useApi(clustersApiRef);
  return (
    <ClusterTable
      label={t('ingress.title')}
      columns={useIngressColumns()}
      query={query}
      resources={['ingresses']}
      pageSize={10}
      load={range => api.ingresses.list({ ...range, ...query })}
      empty={{ title: t('ingress.empty'), description: t('ingress.emptyHelp') }}
    />
  );
}

function useIngressColumns(): Columns<Ingress> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const { age, texts } = useCommonColumns();
  const ruleTexts = useRuleTexts();
  return [
    {
      id: 'name',
      label: t('ingress.name'),
      isRowHeader: true,
      cell: ({ name, className }) => (
        <CellText title={name} description={className} />
      ),
    },
    {
      id: 'rules',
      label: t('rules'),
      width: '45%',
      cell: ({ rules, tlsHosts }) =>
        texts([
          ...ruleTexts(rules),
          ...(tlsHosts.length > 0
            ? [t('ingress.tls', { hosts: tlsHosts.join(', ') })]
            : []),
        ]),
    },
    {
      id: 'addresses',
      label: t('addresses'),
      cell: ({ addresses }) => texts(addresses, t('noAddress')),
    },
    age,
  ];
}
