import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink, Flex } from '@backstage/ui';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { useCommand, useErrorSentence } from '@caas/portal-ui';
import { revisionRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { CancelButton } from './CancelButton';
import { WithdrawButton } from './WithdrawButton';

/** What the requester may do with the request: revise, withdraw; and what an administrator may: try again, cancel. */
export function RequestActions(props: {
  request: RequestDetail;
  onChanged: () => void;
}) {
  const { request, onChanged } = props;
  const { id, can } = request;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const revisionHref = useRouteRef(revisionRouteRef)?.({ id });
  const { state, run } = useCommand();
  const sentenceOf = useErrorSentence();
  return (
    <Flex gap="2" align="center">
      {state.status === 'failed' && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={sentenceOf(state.error)}
        />
      )}
      {can.retry && (
        <Button
          isPending={state.status === 'working'}
          onPress={() =>
            run(async () => {
              await api.requests.retry({ id });
              onChanged();
            })
          }
        >
          {t('action.retry')}
        </Button>
      )}
      {can.revise && revisionHref && (
        <ButtonLink href={revisionHref}>{t('action.revise')}</ButtonLink>
      )}
      {can.cancel && <CancelButton requestId={id} onDone={onChanged} />}
      {can.withdraw && <WithdrawButton requestId={id} onDone={onChanged} />}
    </Flex>
  );
}
