import { sentenceOf } from '@caas/contract';
import type { Execution } from '@caas/plugin-approvals-common';
import { executionRefused, type Work } from '../../domain/execution';
import { QuotaExceededError } from '../../domain/QuotaExceededError';

/** A request as the desk sends it, as far as a kind of tenancy asks. */
export type Subject = {
  tenant: string;
  requester: string;
  payload: unknown;
  purpose?: string;
  requestId?: string;
};

/** One that the desk has stored. */
export type StoredSubject = Subject & { requestId: string };

/** A conflict, or a thing that is not there any more. What a payload lacks was said when it was submitted. */
const REFUSALS = ['ConflictError', 'NotFoundError'];

/** Carries out; what the books refuse becomes a failure of the request, in the same sentences. */
export async function orRefused(
  work: Work,
  carryOut: () => Promise<Execution>,
): Promise<Execution> {
  try {
    return await carryOut();
  } catch (error) {
    if (!REFUSALS.includes((error as Error).name)) throw error;
    return executionRefused(
      work,
      sentenceOf(error),
      error instanceof QuotaExceededError,
    );
  }
}
