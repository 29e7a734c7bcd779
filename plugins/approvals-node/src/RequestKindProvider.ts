import type {
  Bilingual,
  Evidence,
  Execution,
  RequestPayload,
} from '@caas/plugin-approvals-common';

/** What somebody asks for, as the desk sends it to the owner of the kind. @public */
export type RequestKindSubject = {
  kind: string;
  tenant: string;
  /** Entity ref of the person who asks. */
  requester: string;
  payload: RequestPayload;
  /** What it is for, in the words of the person who asks. */
  purpose?: string;
  /** Undefined for a preview. */
  requestId?: string;
};

/** A request that the desk has stored. @public */
export type StoredRequestKindSubject = RequestKindSubject & {
  requestId: string;
  /** Hash of the payload that was decided on. */
  payloadHash: string;
};

/**
 * What a domain writes for one kind of request.
 *
 * @remarks
 * The desk repeats `reserve`, `release` and `execute` until it has heard an answer: they are idempotent by request id,
 * and may arrive in any order.
 *
 * @public
 */
export interface RequestKindProvider {
  /**
   * The payload in its normal form, which is what is hashed and frozen, and what is asked for in one line.
   *
   * @throws InputError or ConflictError in the person's words.
   */
  validate(subject: RequestKindSubject): Promise<{
    payload: RequestPayload;
    title: Bilingual;
    environment?: string;
  }>;
  /** What speaks for and against the request, and the exact objects that it would create. */
  evidence(subject: RequestKindSubject): Promise<Evidence>;
  /** Shows the pending request where its resources are counted. */
  reserve(subject: StoredRequestKindSubject): Promise<void>;
  /** Forgets a request that ended without being approved. */
  release(subject: StoredRequestKindSubject): Promise<void>;
  /** Records what is wanted, and answers how far it is; asked after it answered `failed`, it begins anew. */
  execute(subject: StoredRequestKindSubject): Promise<Execution>;
  /**
   * Takes back what `execute` recorded and has not finished. Idempotent; asked to `execute` afterwards, the owner fails.
   *
   * @remarks
   * Leave it out where that is not possible: then only a request that has failed can be cancelled, and `release` is all
   * that the owner hears of it.
   *
   * @throws ConflictError when this request cannot be cancelled, in a sentence.
   */
  cancel?(subject: StoredRequestKindSubject): Promise<void>;
}
