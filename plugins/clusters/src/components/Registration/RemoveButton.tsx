import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  toastApiRef,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import { ConfirmButton } from '@caas/portal-ui';
import { useNavigate } from 'react-router-dom';
import { clustersApiRef } from '../../api';
import { registrationTranslationRef } from '../../registration/translation';
import { rootRouteRef } from '../../routes';

/** Removes a registered cluster after asking back; one with apply sets only when the person says so, too. */
export function RemoveButton({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(registrationTranslationRef);
  const api = useApi(clustersApiRef);
  const toasts = useApi(toastApiRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const navigate = useNavigate();
  const [leaveApplySets, setLeaveApplySets] = useState(false);
  const remove = async () => {
    const { version } = await api.registrations.get({ cluster });
    await api.registrations.remove({ cluster, version, leaveApplySets });
    toasts.post({
      title: t('remove.done', { name: cluster }),
      status: 'success',
    });
    navigate(listHref);
  };
  return (
    <ConfirmButton
      destructive
      label={t('action.remove')}
      title={t('remove.title', { name: cluster })}
      question={t('remove.question')}
      confirmLabel={t('remove.confirm')}
      keepLabel={t('remove.keep')}
      failedTitle={t('remove.failed')}
      run={remove}
    >
      {failure =>
        (failure?.name === 'ConflictError' || leaveApplySets) && (
          <Checkbox isSelected={leaveApplySets} onChange={setLeaveApplySets}>
            {t('remove.leave')}
          </Checkbox>
        )
      }
    </ConfirmButton>
  );
}
