import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import { useErrorSentence } from '../language';
import { portalUiTranslationRef } from '../translation';
import { Message } from './Message';

/** @public */
export type ErrorStateProps = { error: Error; retry?: () => void };

/**
 * Says why something could not be loaded, with a way to try again.
 *
 * @public
 */
export function ErrorState({ error, retry }: ErrorStateProps) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const sentenceOf = useErrorSentence();
  return (
    <Message
      role="alert"
      icon={<RiErrorWarningLine size={32} />}
      title={t('state.errorTitle')}
      description={
        isNetworkFailure(error) ? t('state.unreachable') : sentenceOf(error)
      }
      action={
        retry && (
          <Button variant="secondary" onPress={retry}>
            {t('state.retry')}
          </Button>
        )
      }
    />
  );
}

/** `fetch` rejects with a TypeError when no answer came at all; its message differs between browsers. */
function isNetworkFailure(error: Error): boolean {
  return (
    error.name === 'TypeError' &&
    /fetch|network|load failed/i.test(error.message)
  );
}
