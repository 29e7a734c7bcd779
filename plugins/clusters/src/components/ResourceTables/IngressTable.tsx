import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Ingress } from '@caas/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import type { Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { ResourceTable } from './ResourceTable';
import { useCommonColumns } from './useCommonColumns';
import { useRuleTexts } from './useRuleTexts';

/** Which addresses lead here. */
export function IngressTable({ query }: { query: NamespaceQuery }) {
  const api = useApi(clustersApiRef);
  return (
    <ResourceTable
      noun="ingress"
      resource="ingresses"
      query={query}
      columns={useIngressColumns()}
      list={api.ingresses.list}
    />
  );
}

function useIngressColumns(): Columns<Ingress> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const { age, nameAndClass, texts } = useCommonColumns();
  const ruleTexts = useRuleTexts();
  return [
    nameAndClass(t('ingress.name')),
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
