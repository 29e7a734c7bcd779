import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type { RequestPreview } from '@caas/plugin-approvals-common';
import {
  LoadableView,
  LoadingState,
  Section,
  useErrorSentence,
} from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { EvidenceView } from '../Evidence';
import { StageForecast } from './StageForecast';
import type { Preview } from './usePreview';

/** What an approver would see of the request as it stands in the form, and at its review who they would be. */
export function PreviewSections(props: {
  preview: Preview;
  isReview: boolean;
  /** Whether the page has bars of its own. */
  withoutGauges?: boolean;
}) {
  const { preview, isReview, withoutGauges } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const sentenceOf = useErrorSentence();
  if (preview.status === 'incomplete') {
    return (
      <Section title={t('preview.title')}>
        <Text as="p" color="secondary">
          {t('preview.incomplete')}
        </Text>
      </Section>
    );
  }
  if (preview.status === 'error' && isRefusal(preview.error)) {
    return (
      <Section title={t('preview.title')}>
        <Alert
          role="status"
          status="warning"
          icon
          title={t('preview.refused')}
          description={sentenceOf(preview.error)}
        />
      </Section>
    );
  }
  return (
    <>
      <Section title={t('preview.title')}>
        <LoadableView loadable={preview} loading={<LoadingState rows={3} />}>
          {({ evidence }) => (
            <EvidenceView
              evidence={{
                items: evidence.items.filter(
                  ({ gauge }) => !(gauge && withoutGauges),
                ),
                objects: [],
              }}
            />
          )}
        </LoadableView>
      </Section>
      {isReview && preview.status === 'data' && (
        <Forecast preview={preview.data} />
      )}
    </>
  );
}

/** Whether the server has looked, and would not take it as it is. */
function isRefusal({ name }: Error): boolean {
  return name === 'InputError' || name === 'ConflictError';
}

function Forecast({ preview }: { preview: RequestPreview }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  return (
    <Section title={t('forecast.title')}>
      <StageForecast preview={preview} />
    </Section>
  );
}
