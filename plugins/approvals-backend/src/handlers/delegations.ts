import type { ContractBuilder } from '@caas/contract-node';
import type { ApprovalsContract } from '@caas/plugin-approvals-common';
import type { Clock } from '../domain/Clock';
import { presentDelegation } from '../presenters/delegation';
import type { DelegationService } from '../services/DelegationService';

/** Handlers of delegations. */
export function delegationHandlers(
  os: ContractBuilder<ApprovalsContract>,
  delegations: DelegationService,
  clock: Clock,
) {
  return {
    delegations: {
      create: os.delegations.create.handler(async ({ input, context }) => {
        context.note({ ...input });
        const made = await delegations.create(input, context.actor!);
        context.note({ delegation: made.id });
        return presentDelegation(made, clock.now());
      }),
      list: os.delegations.list.handler(async ({ input, context }) => {
        const page = await delegations.list(context.actor!, input);
        return {
          ...page,
          items: page.items.map(each => presentDelegation(each, clock.now())),
        };
      }),
      revoke: os.delegations.revoke.handler(async ({ input, context }) => {
        context.note({ delegation: input.id });
        const revoked = await delegations.revoke(input.id, context.actor!);
        return presentDelegation(revoked, clock.now());
      }),
    },
  };
}
