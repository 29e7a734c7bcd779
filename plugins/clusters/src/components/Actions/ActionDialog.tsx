import { useState, type ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { CommandFailure, StatusTag, useCommand } from '@caas/portal-ui';
import { actionsTranslationRef } from '../../actions/translation';
import { useProduction, type ActionPlace } from './useProduction';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 200;

type Props = {
  isOpen: boolean;
  onClose(): void;
  /** What is done, with the name of the object. */
  title: string;
  place: ActionPlace;
  confirmLabel: string;
  destructive?: boolean;
  /** Whether what was filled in can be sent. */
  isReady?: boolean;
  /** Even outside of production. */
  isReasonRequired?: boolean;
  doneMessage: string;
  run(reason: string | undefined): Promise<unknown>;
  children: ReactNode;
};

/** Asks back before something is done: what, where, whether that is production, and why. */
export function ActionDialog(props: Props) {
  const { isOpen, onClose, title } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={640}
    >
      <DialogHeader>{title}</DialogHeader>
      <ActionForm {...props} />
    </Dialog>
  );
}

/** Only there while the dialog is open, so that each begins anew. */
function ActionForm(props: Props) {
  const { place, onClose, isReady = true, run, doneMessage } = props;
  const { t } = useTranslationRef(actionsTranslationRef);
  const toasts = useApi(toastApiRef);
  const [reason, setReason] = useState('');
  const { state, run: start } = useCommand();
  const isProduction = useProduction(place);
  const isRequired = props.isReasonRequired || isProduction === true;
  const said = reason.trim();
  const isSaid = said.length >= SHORTEST_REASON;
  const canConfirm = isReady && (said === '' ? !isRequired : isSaid);
  const confirm = () =>
    start(async () => {
      await run(said || undefined);
      onClose();
      toasts.post({ title: doneMessage, status: 'success' });
    });
  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Flex gap="2" align="center">
            <Text as="span">
              {place.namespace
                ? t('action.placeInNamespace', {
                    cluster: place.cluster,
                    namespace: place.namespace,
                  })
                : t('action.place', { cluster: place.cluster })}
            </Text>
            {isProduction && (
              <StatusTag tone="danger" label={t('action.production')} />
            )}
          </Flex>
          {props.children}
          <TextField
            label={t('action.reason')}
            secondaryLabel={t(
              isRequired ? 'action.required' : 'action.optional',
            )}
            description={t('action.reasonHelp')}
            value={reason}
            onChange={setReason}
            maxLength={LONGEST_REASON}
            isRequired={isRequired}
          />
          <CommandFailure state={state} title={t('action.failed')} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          destructive={props.destructive}
          isDisabled={!canConfirm}
          isPending={state.status === 'working'}
          onPress={confirm}
        >
          {props.confirmLabel}
        </Button>
      </DialogFooter>
    </>
  );
}
