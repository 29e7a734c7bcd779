import type { FieldErrors } from '@caas/plugin-approvals-react';

/** Fields of a request beside its payload. */
const OWN_FIELDS = ['tenant', 'purpose'] as const;

/** What is wrong with a request, where the person can see it. */
export type FormErrors = {
  payload: FieldErrors;
  own: Partial<Record<(typeof OWN_FIELDS)[number], string>>;
  /** What belongs to no field that is shown. */
  rest?: string;
};

// A sentence may hold '; ' itself: a new part starts only where the name of a field follows.
const SEPARATOR = /; (?=[A-Za-z][\w.-]*: )/;
const PART = /^([A-Za-z][\w.-]*): ([^]+)$/;

/**
 * Sorts the server's sentences to the fields that they are about.
 *
 * @remarks
 * The desk names fields from the top of the request (`payload.cpu: Write …; purpose: Say …`), the owner of a kind from the
 * top of its payload (`cpu: Write …`).
 */
export function parseFieldErrors(
  message: string,
  payloadFields: readonly string[],
): FormErrors {
  const payload: Record<string, string> = {};
  const own: FormErrors['own'] = {};
  const rest: string[] = [];
  for (const part of message.split(SEPARATOR)) {
    const [, path = '', sentence = ''] = PART.exec(part) ?? [];
    const isOfPayload = path.startsWith('payload.');
    const [field] = path.replace(/^payload\./, '').split('.');
    const ownField = OWN_FIELDS.find(name => !isOfPayload && name === field);
    if (payloadFields.includes(field)) {
      payload[field] = join(payload[field], sentence);
    } else if (ownField) {
      own[ownField] = join(own[ownField], sentence);
    } else {
      rest.push(part);
    }
  }
  return { payload, own, rest: rest.join('; ') || undefined };
}

function join(before: string | undefined, sentence: string): string {
  return before ? `${before} ${sentence}` : sentence;
}

/** Adds what the server finds while it looks at the payload, where nothing else is said about the field. */
export function errorsWithPreview(
  errors: FormErrors,
  preview: { status: string } | { status: 'error'; error: Error },
  payload: Readonly<Record<string, unknown>>,
  sentenceOf: (error: Error) => string,
): FormErrors {
  if (!('error' in preview)) return errors;
  const found = parseFieldErrors(
    sentenceOf(preview.error),
    Object.keys(payload),
  );
  return { ...errors, payload: { ...found.payload, ...errors.payload } };
}

/** Whether something is said about one of the fields. */
export function isAnyOf(
  fields: readonly string[],
  errors: FieldErrors,
): boolean {
  return fields.some(field => errors[field] !== undefined);
}
