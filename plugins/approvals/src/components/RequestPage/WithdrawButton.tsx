import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { ConfirmButton } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';

/** Withdraws a request after asking back, because there is no way to undo it. */
export function WithdrawButton(props: {
  requestId: string;
  onDone: () => void;
}) {
  const { requestId, onDone } = props;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  return (
    <ConfirmButton
      label={t('action.withdraw')}
      title={t('withdraw.title')}
      question={t('withdraw.question')}
      confirmLabel={t('withdraw.confirm')}
      keepLabel={t('withdraw.keep')}
      failedTitle={t('withdraw.failed')}
      run={async () => {
        await api.requests.withdraw({ id: requestId });
        onDone();
      }}
    />
  );
}
