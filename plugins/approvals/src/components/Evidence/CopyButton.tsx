import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { approvalsTranslationRef } from '../../translation';

/** Copies a text, and says that it did. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [{ value }, copy] = useCopyToClipboard();
  const isCopied = value === text;
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={() => copy(text)}
      >
        {isCopied ? t('evidence.copied') : t('evidence.copy')}
      </Button>
      <VisuallyHidden role="status">
        {isCopied ? t('evidence.copied') : ''}
      </VisuallyHidden>
    </>
  );
}
