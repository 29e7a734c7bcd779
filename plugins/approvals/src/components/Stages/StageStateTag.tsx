import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Stage } from '@caas/plugin-approvals-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';

const TONES: Record<Stage['state'], StatusTone> = {
  waiting: 'neutral',
  open: 'info',
  passed: 'success',
  rejected: 'danger',
  returned: 'warning',
  skipped: 'neutral',
};

/** The state of a stage as a tag. */
export function StageStateTag({ state }: Pick<Stage, 'state'>) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  return <StatusTag tone={TONES[state]} label={t(`stage.state.${state}`)} />;
}
