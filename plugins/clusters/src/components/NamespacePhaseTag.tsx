import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusTag } from '@caas/portal-ui';
import { clustersTranslationRef } from '../translation';

/** The phase of a namespace, in the person's language where Kubernetes' word is known. */
export function NamespacePhaseTag({ phase }: { phase: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const labels: Record<string, string> = {
    Active: t('phase.active'),
    Terminating: t('phase.terminating'),
  };
  return (
    <StatusTag
      tone={phase === 'Active' ? 'success' : 'warning'}
      label={labels[phase] ?? phase}
    />
  );
}
