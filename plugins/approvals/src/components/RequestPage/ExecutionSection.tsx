import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import type {
  RequestDetail,
  RequestState,
} from '@caas/plugin-approvals-common';
import { DateTime, Section, StepList, useBilingual } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';

const STATES: RequestState[] = ['approved', 'executing', 'failed', 'completed'];

/** How far the owner of the kind is with an approved request. */
export function ExecutionSection({ request }: { request: RequestDetail }) {
  const { state, execution } = request;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  if (!STATES.includes(state)) return null;
  const said = execution?.message && bilingual(execution.message);
  return (
    <Section title={t('execution.title')}>
      <Flex direction="column" gap="3">
        {state === 'failed' && (
          <Alert
            status="danger"
            icon
            title={t('execution.failed')}
            description={said}
          />
        )}
        {state === 'failed' && execution?.retryAt && (
          <Text as="p" variant="body-small" role="status">
            {t('execution.retryAt')}{' '}
            <DateTime value={execution.retryAt} relative />
          </Text>
        )}
        {execution ? (
          <StepList
            label={t('execution.title')}
            steps={execution.steps.map(step => ({
              ...step,
              label: bilingual(step.label),
              message: step.message && bilingual(step.message),
            }))}
          />
        ) : (
          <Text as="p" color="secondary">
            {t('execution.notStarted')}
          </Text>
        )}
        {state === 'executing' && said && (
          <Text as="p" variant="body-small" color="secondary" role="status">
            {said}
          </Text>
        )}
      </Flex>
    </Section>
  );
}
