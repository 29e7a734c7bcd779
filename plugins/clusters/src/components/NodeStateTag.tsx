import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeState } from '@caas/plugin-clusters-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { clustersTranslationRef } from '../translation';

const TONES: Record<NodeState, StatusTone> = {
  ready: 'success',
  pressed: 'warning',
  cordoned: 'neutral',
  'not-ready': 'danger',
};

export function NodeStateTag({ state }: { state: NodeState }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return <StatusTag tone={TONES[state]} label={t(`nodeState.${state}`)} />;
}
