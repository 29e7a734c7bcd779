import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import {
  toastApiRef,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { LoadableView } from '@caas/portal-ui';
import { useKindScreens } from '../../requestKinds';
import { requestRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { createIdempotencyKey } from './createIdempotencyKey';
import { RequestForm } from './RequestForm';
import type { RequestDraft } from './requestDraft';

const TOAST_MILLISECONDS = 5000;

/** The form of one kind, which leads to the request that it made. */
export function NewRequestForm(props: {
  kind: string;
  tenant: string;
  cancelHref: string;
}) {
  const { kind, tenant, cancelHref } = props;
  const api = useApi(approvalsApiRef);
  const toasts = useApi(toastApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const navigate = useNavigate();
  const requestHref = useRouteRef(requestRouteRef);
  const screens = useKindScreens(kind);
  // One key for the form, so that a submit whose answer was lost makes no second request.
  const [idempotencyKey] = useState(createIdempotencyKey);

  const submit = async (draft: RequestDraft) => {
    const request = await api.requests.submit({
      kind,
      tenant: draft.tenant,
      payload: draft.payload,
      purpose: draft.purpose.trim(),
      idempotencyKey,
    });
    toasts.post({
      title: t('form.submitted'),
      status: 'success',
      timeout: TOAST_MILLISECONDS,
    });
    navigate(requestHref?.({ id: request.id }) ?? cancelHref);
  };

  return (
    <LoadableView loadable={screens}>
      {found =>
        found && (
          <RequestForm
            kind={kind}
            screens={found}
            initial={{ tenant, payload: found.initialPayload, purpose: '' }}
            submitLabel={t('form.submit')}
            cancelHref={cancelHref}
            onSubmit={submit}
          />
        )
      }
    </LoadableView>
  );
}
