import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplySetState } from '@caas/plugin-clusters-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { clustersTranslationRef } from '../translation';

const TONES: Record<ApplySetState, StatusTone> = {
  pending: 'neutral',
  applying: 'info',
  waiting: 'info',
  ready: 'success',
  retrying: 'warning',
  stalled: 'danger',
  deleting: 'info',
  deleted: 'neutral',
};

export function ApplySetStateTag({ state }: { state: ApplySetState }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return <StatusTag tone={TONES[state]} label={t(`applySetState.${state}`)} />;
}
