import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { approvalsTranslationRef } from '../../translation';

/** Says that the form holds what the person had entered before. */
export function RestoredNote({ onStartOver }: { onStartOver(): void }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [isOpen, setIsOpen] = useState(true);
  if (!isOpen) return null;
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={t('wizard.restored')}
      customActions={
        <>
          <Button size="small" variant="secondary" onPress={onStartOver}>
            {t('wizard.startOver')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setIsOpen(false)}
          >
            {t('wizard.goOn')}
          </Button>
        </>
      }
    />
  );
}
