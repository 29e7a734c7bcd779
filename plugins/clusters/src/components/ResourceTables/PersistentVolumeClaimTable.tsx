import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { PersistentVolumeClaim } from '@caas/plugin-clusters-common';
import {
  formatBytes,
  StatusTag,
  usePortalLanguage,
  type StatusTone,
} from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import type { Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { ResourceTable } from './ResourceTable';
import { useCommonColumns } from './useCommonColumns';

const PHASES = ['Bound', 'Pending', 'Lost'] as const;
const TONES: Record<(typeof PHASES)[number], StatusTone> = {
  Bound: 'success',
  Pending: 'info',
  Lost: 'danger',
};

/** Storage that outlives pods. */
export function PersistentVolumeClaimTable(props: { query: NamespaceQuery }) {
  const { query } = props;
  const api = useApi(clustersApiRef);
  return (
    <ResourceTable
      noun="claim"
      resource="persistentVolumeClaims"
      query={query}
      columns={useClaimColumns()}
      list={api.persistentVolumeClaims.list}
    />
  );
}

function PhaseTag({ phase }: { phase: string }) {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const known = PHASES.find(each => each === phase);
  return (
    <StatusTag
      tone={known ? TONES[known] : 'warning'}
      label={known ? t(`claimPhase.${known}`) : phase}
    />
  );
}

function useClaimColumns(): Columns<PersistentVolumeClaim> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const language = usePortalLanguage();
  const { age, texts } = useCommonColumns();
  return [
    {
      id: 'name',
      label: t('claim.name'),
      isRowHeader: true,
      cell: ({ name, volume }) => (
        <CellText title={name} description={volume} />
      ),
    },
    {
      id: 'phase',
      label: t('state'),
      cell: ({ phase }) => (
        <Cell>
          <PhaseTag phase={phase} />
        </Cell>
      ),
    },
    {
      id: 'size',
      label: t('claim.size'),
      cell: ({ requestedBytes, capacityBytes }) => (
        <CellText
          title={formatBytes(capacityBytes ?? requestedBytes, language)}
          description={
            capacityBytes === requestedBytes
              ? undefined
              : t('claim.asked', {
                  size: formatBytes(requestedBytes, language),
                })
          }
        />
      ),
    },
    {
      id: 'class',
      label: t('claim.storageClass'),
      cell: ({ storageClass }) => (
        <CellText title={storageClass ?? t('none')} />
      ),
    },
    {
      id: 'modes',
      label: t('claim.modes'),
      cell: ({ accessModes }) => texts(accessModes),
    },
    age,
  ];
}
