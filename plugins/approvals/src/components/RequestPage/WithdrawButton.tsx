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
} from '@backstage/ui';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { useCommand } from '../../hooks';
import { approvalsTranslationRef } from '../../translation';

/** Withdraws a request after asking back, because there is no way to undo it. */
export function WithdrawButton(props: {
  requestId: string;
  onDone: () => void;
}) {
  const { requestId, onDone } = props;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const { state, run } = useCommand();
  const withdraw = () =>
    run(async () => {
      await api.requests.withdraw({ id: requestId });
      setIsOpen(false);
      onDone();
    });
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button variant="secondary">{t('action.withdraw')}</Button>
      <Dialog>
        <DialogHeader>{t('withdraw.title')}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="3">
            <Text as="p">{t('withdraw.question')}</Text>
            {state.status === 'failed' && (
              <Alert
                role="alert"
                status="danger"
                icon
                title={t('withdraw.failed')}
                description={state.error.message}
              />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            {t('withdraw.keep')}
          </Button>
          <Button
            destructive
            isPending={state.status === 'working'}
            onPress={withdraw}
          >
            {t('withdraw.confirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
