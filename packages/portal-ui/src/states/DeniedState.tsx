import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiLockLine } from '@remixicon/react';
import { useErrorSentence } from '../language';
import { portalUiTranslationRef } from '../translation';
import { Message } from './Message';

/** @public */
export type DeniedStateProps = {
  error: Error;
  /** Whom to ask, when the page knows better than "your tenant's administrator". */
  help?: string;
};

/**
 * Says that the person may not see this, and whom to ask.
 *
 * @public
 */
export function DeniedState({ error, help }: DeniedStateProps) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const sentenceOf = useErrorSentence();
  return (
    <Message
      role="alert"
      icon={<RiLockLine size={32} />}
      title={t('state.deniedTitle')}
      description={
        <>
          {sentenceOf(error)}
          <br />
          {help ?? t('state.deniedHelp')}
        </>
      }
    />
  );
}
