import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type { Tenant } from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyWords } from '@caas/plugin-tenancy-react';
import { ConfirmButton, FieldFrame } from '@caas/portal-ui';
import { manageTranslationRef } from '../../manage/translation';

const LONGEST_REASON = 500;

/** Moves a tenant into a state after saying what follows, with the reason that everybody in it reads. */
export function StateButton(props: {
  tenant: Tenant;
  state: Tenant['state'];
  onChanged(): void;
}) {
  const { tenant, state, onChanged } = props;
  const { code, version } = tenant;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const toasts = useApi(toastApiRef);
  const [reason, setReason] = useState('');
  const [isAttempted, setIsAttempted] = useState(false);
  const name = words.tenantName(tenant);
  const isMissing = reason.trim() === '';
  return (
    <ConfirmButton
      destructive={state === 'closed'}
      label={t(`state.${state}.action`)}
      title={t(`state.${state}.title`, { name })}
      question={t(`state.${state}.follows`)}
      confirmLabel={t(`state.${state}.confirm`)}
      keepLabel={t('form.cancel')}
      failedTitle={t('state.failed')}
      check={() => {
        setIsAttempted(true);
        return !isMissing;
      }}
      run={async () => {
        await api.tenants.setState({ code, version, state, reason });
        toasts.post({
          title: t(`state.${state}.done`, { name }),
          status: 'success',
        });
        setReason('');
        setIsAttempted(false);
        onChanged();
      }}
    >
      {() => (
        <FieldFrame
          problem={isAttempted && isMissing ? t('problem.reason') : undefined}
        >
          {field => (
            <TextField
              {...field}
              label={t('state.reason')}
              secondaryLabel={t('form.required')}
              description={t('state.reasonHelp')}
              value={reason}
              onChange={setReason}
              maxLength={LONGEST_REASON}
              isRequired
            />
          )}
        </FieldFrame>
      )}
    </ConfirmButton>
  );
}
