import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { useCommand, useErrorSentence } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';

/** Ends a delegation at once. A new one is made as easily, so nobody is asked back. */
export function RevokeButton(props: {
  delegationId: string;
  onDone: () => void;
}) {
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const { state, run } = useCommand();
  const sentenceOf = useErrorSentence();
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        isPending={state.status === 'working'}
        onPress={() =>
          run(async () => {
            await api.delegations.revoke({ id: props.delegationId });
            props.onDone();
          })
        }
      >
        {t('delegation.revoke')}
      </Button>
      {state.status === 'failed' && (
        <Text as="p" role="alert" variant="body-small" color="danger">
          {sentenceOf(state.error)}
        </Text>
      )}
    </>
  );
}
