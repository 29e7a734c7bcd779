import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Text } from '@backstage/ui';
import type { Autoscaler } from '@caas/plugin-clusters-common';
import { StatusTag } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import type { Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { ResourceTable } from './ResourceTable';
import { useCommonColumns } from './useCommonColumns';

/** What changes the number of pods by itself. */
export function AutoscalerTable({ query }: { query: NamespaceQuery }) {
  const api = useApi(clustersApiRef);
  return (
    <ResourceTable
      noun="autoscaler"
      resource="autoscalers"
      query={query}
      columns={useAutoscalerColumns()}
      list={api.autoscalers.list}
    />
  );
}

function useAutoscalerColumns(): Columns<Autoscaler> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const { name, age, texts } = useCommonColumns();
  return [
    name(t('autoscaler.name')),
    {
      id: 'state',
      label: t('state'),
      cell: ({ reason }) => (
        <Cell>
          <StatusTag
            tone={reason ? 'warning' : 'success'}
            label={reason ? t('autoscaler.stuck') : t('autoscaler.works')}
          />
          {reason && (
            <Text as="p" variant="body-small" color="secondary">
              {reason}
            </Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'target',
      label: t('autoscaler.target'),
      cell: ({ target, targetKind }) => (
        <CellText title={target} description={targetKind} />
      ),
    },
    {
      id: 'replicas',
      label: t('autoscaler.replicas'),
      cell: ({
        currentReplicas,
        desiredReplicas,
        minReplicas,
        maxReplicas,
      }) => (
        <CellText
          title={
            currentReplicas === desiredReplicas
              ? `${currentReplicas}`
              : `${currentReplicas} → ${desiredReplicas}`
          }
          description={t('autoscaler.between', {
            min: String(minReplicas),
            max: String(maxReplicas),
          })}
        />
      ),
    },
    {
      id: 'metrics',
      label: t('autoscaler.metrics'),
      cell: ({ metrics }) =>
        texts(
          metrics.map(metric =>
            t('autoscaler.metric', {
              name: metric.name,
              current: metric.current ?? '–',
              target: metric.target,
            }),
          ),
        ),
    },
    age,
  ];
}
