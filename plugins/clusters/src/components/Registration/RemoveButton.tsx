import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  toastApiRef,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import { clustersApiRef } from '../../api';
import { useCommand } from '../../hooks/useCommand';
import { registrationTranslationRef } from '../../registration/translation';
import { rootRouteRef } from '../../routes';

/** Removes a registered cluster after asking back; one with apply sets only when the person says so, too. */
export function RemoveButton({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(registrationTranslationRef);
  const api = useApi(clustersApiRef);
  const toasts = useApi(toastApiRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const [leaveApplySets, setLeaveApplySets] = useState(false);
  const { state, run } = useCommand();
  const isRefused =
    state.status === 'failed' && state.error.name === 'ConflictError';
  const remove = () =>
    run(async () => {
      const { version } = await api.registrations.get({ cluster });
      await api.registrations.remove({ cluster, version, leaveApplySets });
      setIsOpen(false);
      toasts.post({
        title: t('remove.done', { name: cluster }),
        status: 'success',
      });
      navigate(listHref);
    });
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button variant="secondary" destructive>
        {t('action.remove')}
      </Button>
      <Dialog>
        <DialogHeader>{t('remove.title', { name: cluster })}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="3">
            <Text as="p">{t('remove.question')}</Text>
            {state.status === 'failed' && (
              <Alert
                role="alert"
                status="danger"
                icon
                title={t('remove.failed')}
                description={state.error.message}
              />
            )}
            {(isRefused || leaveApplySets) && (
              <Checkbox
                isSelected={leaveApplySets}
                onChange={setLeaveApplySets}
              >
                {t('remove.leave')}
              </Checkbox>
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            {t('remove.keep')}
          </Button>
          <Button
            destructive
            isPending={state.status === 'working'}
            onPress={remove}
          >
            {t('remove.confirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
