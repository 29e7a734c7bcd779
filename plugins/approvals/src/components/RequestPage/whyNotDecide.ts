import type { RequestDetail } from '@caas/plugin-approvals-common';

/** Why a person may not decide a pending request. */
export type DecisionRefusal = 'own' | 'decided' | 'notApprover';

/**
 * Why this person may not decide, so that it can be said in their language; undefined when they may, or when only the
 * server knows. The server has the last word: this explains its answer, it does not make it.
 */
export function whyNotDecide(
  request: Pick<RequestDetail, 'requester' | 'stages' | 'can'>,
  person: string,
): DecisionRefusal | undefined {
  const { requester, stages, can } = request;
  if (can.decide) return undefined;
  const isPerson = (ref: string) => ref.toLowerCase() === person.toLowerCase();
  if (isPerson(requester)) return 'own';
  if (
    stages.some(({ decisions }) => decisions.some(({ by }) => isPerson(by)))
  ) {
    return 'decided';
  }
  const open = stages.find(({ state }) => state === 'open');
  return open && !open.approvers.some(isPerson) ? 'notApprover' : undefined;
}
