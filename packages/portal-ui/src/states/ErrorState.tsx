import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiFileSearchLine } from '@remixicon/react';
import { useErrorSentence } from '../language';
import { portalUiTranslationRef } from '../translation';
import { Message } from './Message';
import { isNotFound } from './refusals';

/** @public */
export type ErrorStateProps = { error: Error; retry?: () => void };

/**
 * Says why something could not be loaded, or that it is not there, with a way to try again.
 *
 * @public
 */
export function ErrorState({ error, retry }: ErrorStateProps) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const sentenceOf = useErrorSentence();
  const missing = isNotFound(error);
  const sentence = isNetworkFailure(error)
    ? t('state.unreachable')
    : sentenceOf(error);
  return (
    <Message
      role="alert"
      icon={
        missing ? (
          <RiFileSearchLine size={32} />
        ) : (
          <RiErrorWarningLine size={32} />
        )
      }
      title={missing ? t('state.missingTitle') : t('state.errorTitle')}
      description={
        <>
          {sentence}
          {missing && <br />}
          {missing && t('state.missingHelp')}
        </>
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
