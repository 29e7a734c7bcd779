import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { LoadableView, LoadingState, Section } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { EvidenceView } from '../Evidence';
import type { Preview } from './usePreview';

/** What an approver would see of the request as it stands in the form. */
export function PreviewSection({ preview }: { preview: Preview }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  return (
    <Section title={t('preview.title')}>
      {preview.status === 'incomplete' ? (
        <Text as="p" color="secondary">
          {t('preview.incomplete')}
        </Text>
      ) : (
        <LoadableView loadable={preview} loading={<LoadingState rows={3} />}>
          {evidence => <EvidenceView evidence={evidence} />}
        </LoadableView>
      )}
    </Section>
  );
}
