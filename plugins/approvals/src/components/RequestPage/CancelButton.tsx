import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { ConfirmButton, FieldFrame } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';

/** Cancels a request that was approved, with a reason; whether that is possible, the owner of its kind knows. */
export function CancelButton(props: { requestId: string; onDone: () => void }) {
  const { requestId, onDone } = props;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string>();
  const reason = comment.trim();
  return (
    <ConfirmButton
      destructive
      label={t('action.cancel')}
      title={t('cancel.title')}
      question={t('cancel.question')}
      confirmLabel={t('cancel.confirm')}
      keepLabel={t('cancel.keep')}
      failedTitle={t('cancel.failed')}
      check={() => {
        setProblem(reason ? undefined : t('cancel.reasonMissing'));
        return reason !== '';
      }}
      run={async () => {
        await api.requests.cancel({ id: requestId, comment: reason });
        onDone();
      }}
    >
      {() => (
        <FieldFrame problem={problem}>
          {field => (
            <TextAreaField
              {...field}
              label={t('cancel.reason')}
              value={comment}
              onChange={text => {
                setComment(text);
                setProblem(undefined);
              }}
            />
          )}
        </FieldFrame>
      )}
    </ConfirmButton>
  );
}
