import { useReducer, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import { useCommand } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { parseFieldErrors, type FormErrors } from './fieldErrors';
import {
  isFlawless,
  NO_ERRORS,
  reduceDraft,
  visibleErrors,
  type RequestDraft,
} from './requestDraft';

const PURPOSE_MIN = 5;
const PURPOSE_MAX = 500;

/** What a form starts with. */
export type InitialDraft = {
  tenant: string;
  payload: RequestPayload;
  purpose: string;
};

/** The state of a form that makes or revises a request. */
export function useRequestForm(options: {
  initial: InitialDraft;
  screens: RequestKindScreens;
  send: (draft: RequestDraft) => Promise<void>;
}) {
  const { initial, screens, send } = options;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const validatePayload = screens.useValidation();
  const command = useCommand();
  const [draft, dispatch] = useReducer(reduceDraft, {
    ...initial,
    touched: new Set<string>(),
    isAttempted: false,
    serverErrors: NO_ERRORS,
  });
  const [refusals, setRefusals] = useState(0);
  const payloadFields = Object.keys(screens.initialPayload);

  const purposeLength = draft.purpose.trim().length;
  const found: FormErrors = {
    payload: validatePayload(draft.payload),
    own: {
      ...(draft.tenant ? {} : { tenant: t('form.tenantMissing') }),
      ...(purposeLength < PURPOSE_MIN
        ? { purpose: t('form.purposeShort', { min: String(PURPOSE_MIN) }) }
        : {}),
      ...(purposeLength > PURPOSE_MAX
        ? { purpose: t('form.purposeLong', { max: String(PURPOSE_MAX) }) }
        : {}),
    },
  };

  const submit = async () => {
    dispatch({ type: 'attempt' });
    if (!isFlawless(found)) {
      setRefusals(count => count + 1);
      return;
    }
    await command.run(async () => {
      try {
        await send(draft);
      } catch (error) {
        const errors = parseFieldErrors(
          (error as Error).message,
          payloadFields,
        );
        dispatch({ type: 'refused', errors });
        setRefusals(count => count + 1);
      }
    });
  };

  return {
    draft,
    dispatch,
    submit,
    isSending: command.state.status === 'working',
    errors: visibleErrors(draft, found),
    /** Whether the payload can be shown to the server, whatever the purpose. */
    isPreviewable: Boolean(draft.tenant) && isFlawless({ ...found, own: {} }),
    /** Grows with every submit that did not work, so that the first field with a problem can get the focus. */
    refusals,
  };
}
