import {
  requestPayload,
  type RequestPayload,
} from '@caas/plugin-approvals-common';

/** A draft that outlives a refresh, in this tab of the browser. */
export type StoredDraft = {
  /** The tenant for which it was written: pools and namespaces of one are none of another. */
  tenant: string;
  payload: RequestPayload;
  purpose: string;
  /** Fields that the person had changed. */
  touched: string[];
  isEdited: boolean;
  /** So that a submit whose answer was lost makes no second request after a refresh either. */
  idempotencyKey: string;
};

/** Where a draft is kept: another person in the same tab must not find it. */
export function draftKey(person: string, subject: string): string {
  return `caas.request-draft:${person}:${subject}`;
}

/** A draft of before, unless there is none, or something that no draft looks like. */
export function readDraft(key: string): StoredDraft | undefined {
  try {
    const text = window.sessionStorage.getItem(key);
    return text ? draftOf(JSON.parse(text)) : undefined;
  } catch {
    // Storage may be forbidden, and its content is the person's to break.
    return undefined;
  }
}

/** Keeps a draft; a browser that has no room or does not allow it keeps none. */
export function writeDraft(key: string, draft: StoredDraft): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // What was typed is still in the form.
  }
}

/** Forgets a draft. */
export function clearDraft(key: string): void {
  try {
    window.sessionStorage.removeItem(key);
  } catch {
    // There is none then.
  }
}

function draftOf(stored: Partial<StoredDraft> | null): StoredDraft | undefined {
  const { tenant, purpose, touched, idempotencyKey, isEdited } = stored ?? {};
  const payload = requestPayload.safeParse(stored?.payload).data;
  const isWhole =
    typeof tenant === 'string' &&
    typeof purpose === 'string' &&
    typeof idempotencyKey === 'string' &&
    Array.isArray(touched);
  return isWhole && payload
    ? {
        tenant,
        purpose,
        idempotencyKey,
        payload,
        touched: touched.map(String),
        isEdited: Boolean(isEdited),
      }
    : undefined;
}
