import { type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { approvalsTranslationRef } from '../../translation';
import styles from './WizardButtons.module.css';

/** What leads out of a step: back, away, and on. */
export function WizardButtons(props: {
  cancelHref: string;
  /** Left out on the first step. */
  onBack?: () => void;
  /** The button that submits the step. */
  children: ReactNode;
}) {
  const { cancelHref, onBack, children } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  return (
    <div className={styles.buttons}>
      {onBack && (
        <Button variant="secondary" onPress={onBack}>
          {t('wizard.back')}
        </Button>
      )}
      <span className={styles.gap} />
      <ButtonLink variant="tertiary" href={cancelHref}>
        {t('form.cancel')}
      </ButtonLink>
      {children}
    </div>
  );
}
