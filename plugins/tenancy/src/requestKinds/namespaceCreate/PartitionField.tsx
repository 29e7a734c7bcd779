import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { FieldFrame, useLoadable } from '@caas/portal-ui';
import { clustersViewApiRef } from '../../clustersApi';
import { requestKindsTranslationRef } from '../translation';

/** Stands for the nodes that a namespace gets when nobody chooses; a list needs a key for it. */
const USUAL = '*usual';

/** Chooses a set of nodes of the cluster. It is not asked where there is nothing to choose, or the cluster does not tell. */
export function PartitionField(props: {
  cluster: string;
  value: string;
  onChange(partition: string): void;
  problem?: string;
}) {
  const { cluster, value, onChange, problem } = props;
  const api = useApi(clustersViewApiRef);
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const detail = useLoadable(
    () => api.clusters.get({ cluster }),
    [api, cluster],
  );
  const partitions =
    detail.status === 'data'
      ? detail.data.partitions.filter(({ name }) => name !== '')
      : [];
  const names = partitions.map(({ name }) => name);
  if (value && !names.includes(value)) names.push(value);
  if (names.length === 0) return null;
  return (
    <FieldFrame problem={problem}>
      {field => (
        <Select
          {...field}
          label={t('partition.label')}
          description={t('partition.help')}
          options={[
            { id: USUAL, label: t('partition.usual') },
            ...names.map(name => ({
              id: name,
              label: name,
              description: nodesText(
                partitions.find(partition => partition.name === name),
              ),
            })),
          ]}
          value={value || USUAL}
          onChange={key => onChange(key === USUAL ? '' : String(key ?? ''))}
        />
      )}
    </FieldFrame>
  );

  function nodesText(partition: { nodeCount: number } | undefined) {
    return partition && t('partition.nodes', { count: partition.nodeCount });
  }
}
