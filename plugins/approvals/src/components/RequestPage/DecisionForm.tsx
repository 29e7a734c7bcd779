import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text, TextAreaField } from '@backstage/ui';
import type { RequestDetail, Verdict } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { PersonLink } from '@caas/plugin-tenancy-react';
import { CommandFailure, FieldFrame, useCommand } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';

const COMMENT_MAX = 1000;
const TOAST_MILLISECONDS = 5000;

/** Approve, return or reject what is on the screen: the decision names the hash of the payload that was shown. */
export function DecisionForm(props: {
  request: RequestDetail;
  onDecided?: () => void;
}) {
  const { request, onDecided } = props;
  const { id, payloadHash, can } = request;
  const api = useApi(approvalsApiRef);
  const toasts = useApi(toastApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string>();
  const [chosen, setChosen] = useState<Verdict>();
  const { state, run } = useCommand();

  const decide = async (verdict: Verdict) => {
    const text = comment.trim();
    if (verdict !== 'approve' && !text) {
      setProblem(t('decision.commentMissing'));
      return;
    }
    if (text.length > COMMENT_MAX) {
      setProblem(t('decision.commentLong', { max: String(COMMENT_MAX) }));
      return;
    }
    setProblem(undefined);
    setChosen(verdict);
    await run(async () => {
      await api.requests.decide({ id, verdict, comment: text, payloadHash });
      toasts.post({
        title: t(`decision.done.${verdict}`),
        status: 'success',
        timeout: TOAST_MILLISECONDS,
      });
      onDecided?.();
    });
  };
  const buttonProps = (verdict: Verdict) => ({
    isPending: state.status === 'working' && chosen === verdict,
    isDisabled: state.status === 'working' && chosen !== verdict,
    onPress: () => decide(verdict),
  });

  return (
    <Flex direction="column" gap="3">
      <CommandFailure state={state} title={t('decision.failed')} />
      {can.decideFor && (
        <Text as="p">
          {t('decision.for')} <PersonLink person={can.decideFor} />
        </Text>
      )}
      <FieldFrame problem={problem}>
        {field => (
          <TextAreaField
            {...field}
            label={t('decision.comment')}
            description={t('decision.commentHelp')}
            value={comment}
            onChange={text => {
              setComment(text);
              setProblem(undefined);
            }}
          />
        )}
      </FieldFrame>
      <Flex gap="2">
        <Button variant="primary" {...buttonProps('approve')}>
          {t('decision.approve')}
        </Button>
        <Button variant="secondary" {...buttonProps('return')}>
          {t('decision.return')}
        </Button>
        <Button variant="secondary" destructive {...buttonProps('reject')}>
          {t('decision.reject')}
        </Button>
      </Flex>
    </Flex>
  );
}
