import type { Delegation } from '@caas/plugin-approvals-common';
import { delegationState, type DelegationRecord } from '../domain/delegation';

/** A delegation as both of its people see it, with what it is by now. */
export function presentDelegation(
  delegation: DelegationRecord,
  now: Date,
): Delegation {
  return { ...delegation, state: delegationState(delegation, now) };
}
