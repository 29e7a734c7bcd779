import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkloadState } from '@caas/plugin-clusters-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { clustersTranslationRef } from '../../translation';

const TONES: Record<WorkloadState, StatusTone> = {
  ready: 'success',
  progressing: 'info',
  degraded: 'danger',
  stopped: 'neutral',
};

/** How a workload is. */
export function WorkloadStateTag({ state }: { state: WorkloadState }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return <StatusTag tone={TONES[state]} label={t(`workloadState.${state}`)} />;
}
