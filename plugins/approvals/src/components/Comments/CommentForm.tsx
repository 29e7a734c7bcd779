import { useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, TextAreaField } from '@backstage/ui';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { CommandFailure, FieldFrame, useCommand } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { createIdempotencyKey } from '../RequestForm/createIdempotencyKey';

const COMMENT_MAX = 1000;

/** Says something about a request, which everybody who may read it hears. A comment that failed keeps its text. */
export function CommentForm(props: {
  requestId: string;
  onCommented?: () => void;
}) {
  const { requestId, onCommented } = props;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  // The same until it has been sent, so that a repeated attempt makes one comment.
  const key = useRef(createIdempotencyKey());
  const { state, run } = useCommand();

  const send = async () => {
    const comment = text.trim();
    if (!comment) {
      setProblem(t('comment.missing'));
      return;
    }
    if (comment.length > COMMENT_MAX) {
      setProblem(t('decision.commentLong', { max: String(COMMENT_MAX) }));
      return;
    }
    await run(async () => {
      const idempotencyKey = key.current;
      await api.requests.comment({ id: requestId, comment, idempotencyKey });
      key.current = createIdempotencyKey();
      setText('');
      onCommented?.();
    });
  };

  return (
    <Flex direction="column" gap="2">
      <CommandFailure state={state} title={t('comment.failed')} />
      <FieldFrame problem={problem}>
        {field => (
          <TextAreaField
            {...field}
            label={t('comment.label')}
            description={t('comment.help')}
            value={text}
            onChange={next => {
              setText(next);
              setProblem(undefined);
            }}
          />
        )}
      </FieldFrame>
      <Flex>
        <Button
          variant="secondary"
          isPending={state.status === 'working'}
          onPress={send}
        >
          {t('comment.send')}
        </Button>
      </Flex>
    </Flex>
  );
}
