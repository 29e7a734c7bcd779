import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import type { FormErrors } from './fieldErrors';

/** What the person has entered, and what the server said about it. */
export type RequestDraft = {
  payload: RequestPayload;
  purpose: string;
  /** Fields that the person has changed, or has gone on from: only these complain. */
  touched: ReadonlySet<string>;
  /** Whether there is something of the person's own to lose. */
  isEdited: boolean;
  serverErrors: FormErrors;
};

export type DraftAction =
  | { type: 'purpose'; purpose: string }
  | { type: 'payload'; payload: RequestPayload }
  /** The form filled something in by itself. */
  | { type: 'default'; payload: RequestPayload }
  /** The person wants to go on from these fields. */
  | { type: 'attempt'; fields: readonly string[] }
  | { type: 'refused'; errors: FormErrors };

export const NO_ERRORS: FormErrors = { payload: {}, own: {} };

/** How a field of the payload is called among all fields of a request. */
export function payloadField(name: string): string {
  return `payload.${name}`;
}

/** The next draft. A server's complaint about a field goes when the field changes. */
export function reduceDraft(
  draft: RequestDraft,
  action: DraftAction,
): RequestDraft {
  switch (action.type) {
    case 'purpose':
      return touch(change(draft, { purpose: action.purpose }, ['purpose']), [
        'purpose',
      ]);
    case 'payload': {
      const fields = changedFields(draft.payload, action.payload);
      return touch(change(draft, { payload: action.payload }, fields), fields);
    }
    case 'default':
      return change(
        draft,
        { payload: action.payload },
        changedFields(draft.payload, action.payload),
      );
    case 'attempt':
      return {
        ...draft,
        touched: new Set([...draft.touched, ...action.fields]),
        serverErrors: { ...draft.serverErrors, rest: undefined },
      };
    default:
      return { ...draft, serverErrors: action.errors };
  }
}

/** The fields in which two payloads differ. */
export function changedFields(
  before: RequestPayload,
  after: RequestPayload,
): string[] {
  return Object.keys(after)
    .filter(field => after[field] !== before[field])
    .map(payloadField);
}

function touch(draft: RequestDraft, fields: string[]): RequestDraft {
  return {
    ...draft,
    touched: new Set([...draft.touched, ...fields]),
    isEdited: true,
  };
}

function change(
  draft: RequestDraft,
  values: Partial<RequestDraft>,
  fields: string[],
): RequestDraft {
  const { payload, own, rest } = draft.serverErrors;
  return {
    ...draft,
    ...values,
    serverErrors: {
      payload: Object.fromEntries(
        Object.entries(payload).filter(
          ([field]) => !fields.includes(payloadField(field)),
        ),
      ),
      own: Object.fromEntries(
        Object.entries(own).filter(([field]) => !fields.includes(field)),
      ),
      rest,
    },
  };
}

/** The errors to show: the browser's for fields that the person is done with, and the server's over them. */
export function visibleErrors(
  draft: RequestDraft,
  found: FormErrors,
): FormErrors {
  const { touched, serverErrors } = draft;
  return {
    payload: {
      ...Object.fromEntries(
        Object.entries(found.payload).filter(([field]) =>
          touched.has(payloadField(field)),
        ),
      ),
      ...serverErrors.payload,
    },
    own: {
      ...Object.fromEntries(
        Object.entries(found.own).filter(([field]) => touched.has(field)),
      ),
      ...serverErrors.own,
    },
    rest: serverErrors.rest,
  };
}

const same = (held: RequestPayload) => held;

/** The payload as it is sent: what was left empty is left out, so that the owner's default holds. */
export function payloadToSend(
  held: RequestPayload,
  { toPayload = same }: Pick<RequestKindScreens, 'toPayload'>,
): RequestPayload {
  return Object.fromEntries(
    Object.entries(toPayload(held)).filter(
      ([, value]) => value !== '' && value !== null && value !== undefined,
    ),
  );
}
