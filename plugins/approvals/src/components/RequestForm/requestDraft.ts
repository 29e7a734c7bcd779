import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { FormErrors } from './fieldErrors';

/** What the person has entered, and what the server said about it. */
export type RequestDraft = {
  tenant: string;
  payload: RequestPayload;
  purpose: string;
  /** Fields that the person has changed: only these complain before the first submit. */
  touched: ReadonlySet<string>;
  isAttempted: boolean;
  serverErrors: FormErrors;
};

export type DraftAction =
  | { type: 'tenant'; tenant: string }
  | { type: 'purpose'; purpose: string }
  | { type: 'payload'; payload: RequestPayload }
  | { type: 'attempt' }
  | { type: 'refused'; errors: FormErrors };

export const NO_ERRORS: FormErrors = { payload: {}, own: {} };

/** The next draft. A server's complaint about a field goes when the field changes. */
export function reduceDraft(
  draft: RequestDraft,
  action: DraftAction,
): RequestDraft {
  switch (action.type) {
    case 'tenant':
      return change(draft, { tenant: action.tenant }, ['tenant']);
    case 'purpose':
      return change(draft, { purpose: action.purpose }, ['purpose']);
    case 'payload':
      return change(
        draft,
        { payload: action.payload },
        Object.keys(action.payload)
          .filter(field => action.payload[field] !== draft.payload[field])
          .map(field => `payload.${field}`),
      );
    case 'attempt':
      return { ...draft, isAttempted: true, serverErrors: NO_ERRORS };
    default:
      return { ...draft, serverErrors: action.errors };
  }
}

function change(
  draft: RequestDraft,
  values: Partial<RequestDraft>,
  fields: string[],
): RequestDraft {
  const { payload, own, rest } = draft.serverErrors;
  const isOther = (prefix: string) => (entry: [string, string]) =>
    !fields.includes(`${prefix}${entry[0]}`);
  return {
    ...draft,
    ...values,
    touched: new Set([...draft.touched, ...fields]),
    serverErrors: {
      payload: Object.fromEntries(
        Object.entries(payload).filter(isOther('payload.')),
      ),
      own: Object.fromEntries(Object.entries(own).filter(isOther(''))),
      rest,
    },
  };
}

/** The errors to show: the browser's for fields that the person is done with, and the server's over them. */
export function visibleErrors(
  draft: RequestDraft,
  found: FormErrors,
): FormErrors {
  const { isAttempted, touched, serverErrors } = draft;
  const isDue = (prefix: string) => (entry: [string, string]) =>
    isAttempted || touched.has(`${prefix}${entry[0]}`);
  return {
    payload: {
      ...Object.fromEntries(
        Object.entries(found.payload).filter(isDue('payload.')),
      ),
      ...serverErrors.payload,
    },
    own: {
      ...Object.fromEntries(Object.entries(found.own).filter(isDue(''))),
      ...serverErrors.own,
    },
    rest: serverErrors.rest,
  };
}

/** Whether nothing is wrong, as far as the browser can tell. */
export function isFlawless({ payload, own }: FormErrors): boolean {
  return Object.keys(payload).length === 0 && Object.keys(own).length === 0;
}
