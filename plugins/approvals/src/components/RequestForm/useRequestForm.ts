import { useEffect, useReducer, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import { useCommand, useErrorSentence } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { createIdempotencyKey } from './createIdempotencyKey';
import { parseFieldErrors, type FormErrors } from './fieldErrors';
import {
  changedFields,
  NO_ERRORS,
  payloadToSend,
  reduceDraft,
  visibleErrors,
} from './requestDraft';
import { clearDraft, readDraft, writeDraft } from './storedDraft';

const PURPOSE_MIN = 5;
const PURPOSE_MAX = 500;

/** What a form starts with, where no draft is kept. */
export type InitialDraft = {
  payload: RequestPayload;
  purpose: string;
  /** Somebody chose these values with a link: they matter more than a draft of before. */
  isFresh?: boolean;
};

/** What is sent when the person is done. */
export type Submission = {
  payload: RequestPayload;
  purpose: string;
  idempotencyKey: string;
};

type Options = {
  tenant: string;
  initial: InitialDraft;
  /** Where the draft is kept. */
  storageKey: string;
  screens: RequestKindScreens;
  send(submission: Submission): Promise<void>;
  /** Called with the server's sentences when it refuses. */
  onRefused(errors: FormErrors): void;
};

/** The state of a form that makes or revises a request. */
export function useRequestForm(options: Options) {
  const { tenant, storageKey, screens, send, onRefused } = options;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const validatePayload = screens.useValidation();
  const command = useCommand();
  const sentenceOf = useErrorSentence();
  const [start] = useState(() => open(options));
  const { idempotencyKey } = start;
  const [draft, dispatch] = useReducer(reduceDraft, {
    payload: start.payload,
    purpose: start.purpose,
    touched: new Set(start.touched),
    isEdited: start.isEdited,
    serverErrors: NO_ERRORS,
  });
  const { payload, purpose, touched, isEdited } = draft;

  useEffect(() => {
    writeDraft(storageKey, {
      tenant,
      payload,
      purpose,
      touched: [...touched],
      isEdited,
      idempotencyKey,
    });
  }, [storageKey, tenant, payload, purpose, touched, isEdited, idempotencyKey]);

  const length = purpose.trim().length;
  const found: FormErrors = {
    payload: validatePayload(payload),
    own: {
      ...(length < PURPOSE_MIN
        ? { purpose: t('form.purposeShort', { min: String(PURPOSE_MIN) }) }
        : {}),
      ...(length > PURPOSE_MAX
        ? { purpose: t('form.purposeLong', { max: String(PURPOSE_MAX) }) }
        : {}),
    },
  };

  const submit = () =>
    command.run(async () => {
      try {
        await send({
          payload: payloadToSend(payload, screens),
          purpose: purpose.trim(),
          idempotencyKey,
        });
        clearDraft(storageKey);
      } catch (error) {
        const errors = parseFieldErrors(
          sentenceOf(error as Error),
          Object.keys(screens.initialPayload),
        );
        dispatch({ type: 'refused', errors });
        onRefused(errors);
      }
    });

  return {
    draft,
    dispatch,
    submit,
    /** What the browser finds wrong, whether it is shown yet or not. */
    found,
    errors: visibleErrors(draft, found),
    isSending: command.state.status === 'working',
    isRestored: start.isRestored,
  };
}

/** The draft that is kept for this tenant, or a new one. */
function open({ tenant, initial, storageKey, screens }: Options) {
  const { payload, purpose, isFresh } = initial;
  const kept = isFresh ? undefined : readDraft(storageKey);
  if (kept?.tenant === tenant) {
    return {
      ...kept,
      // A field that the form has got since the draft was written is not in it.
      payload: { ...payload, ...kept.payload },
      isRestored: kept.isEdited,
    };
  }
  return {
    payload,
    purpose,
    touched: isFresh ? changedFields(screens.initialPayload, payload) : [],
    isEdited: false,
    idempotencyKey: createIdempotencyKey(),
    isRestored: false,
  };
}
