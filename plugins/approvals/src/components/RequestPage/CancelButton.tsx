import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { FieldFrame } from '@caas/portal-ui';
import { useCommand } from '../../hooks';
import { approvalsTranslationRef } from '../../translation';

/** Cancels a request that was approved, with a reason; whether that is possible, the owner of its kind knows. */
export function CancelButton(props: { requestId: string; onDone: () => void }) {
  const { requestId, onDone } = props;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string>();
  const { state, run } = useCommand();
  const cancel = async () => {
    if (!comment.trim()) {
      setProblem(t('cancel.reasonMissing'));
      return;
    }
    await run(async () => {
      await api.requests.cancel({ id: requestId, comment: comment.trim() });
      setIsOpen(false);
      onDone();
    });
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button variant="secondary" destructive>
        {t('action.cancel')}
      </Button>
      <Dialog>
        <DialogHeader>{t('cancel.title')}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="3">
            <Text as="p">{t('cancel.question')}</Text>
            {state.status === 'failed' && (
              <Alert
                role="alert"
                status="danger"
                icon
                title={t('cancel.failed')}
                description={state.error.message}
              />
            )}
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
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            {t('cancel.keep')}
          </Button>
          <Button
            destructive
            isPending={state.status === 'working'}
            onPress={cancel}
          >
            {t('cancel.confirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
