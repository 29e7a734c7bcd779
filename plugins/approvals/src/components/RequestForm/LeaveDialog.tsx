import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { approvalsTranslationRef } from '../../translation';
import { useLeaveGuard } from './useLeaveGuard';

/** Asks back when a link would lead away from a form with something in it. */
export function LeaveDialog(props: {
  isEdited: boolean;
  /** Forgets the draft. */
  onDiscard(): void;
}) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const guard = useLeaveGuard(props.isEdited);
  return (
    <Dialog
      isOpen={guard.isAsking}
      onOpenChange={isOpen => !isOpen && guard.stay()}
    >
      <DialogHeader>{t('leave.title')}</DialogHeader>
      <DialogBody>
        <Text as="p">{t('leave.question')}</Text>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={guard.stay}>
          {t('leave.stay')}
        </Button>
        <Button
          variant="secondary"
          destructive
          onPress={() => {
            props.onDiscard();
            guard.leave();
          }}
        >
          {t('leave.discard')}
        </Button>
        <Button onPress={guard.leave}>{t('leave.keep')}</Button>
      </DialogFooter>
    </Dialog>
  );
}
