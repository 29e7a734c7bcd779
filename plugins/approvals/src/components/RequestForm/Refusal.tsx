import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { approvalsTranslationRef } from '../../translation';

/** What the server said about no field in particular. */
export function Refusal({ message }: { message: string | undefined }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  if (!message) return null;
  return (
    <Alert
      role="alert"
      tabIndex={-1}
      status="danger"
      icon
      title={t('form.refused')}
      description={message}
    />
  );
}
