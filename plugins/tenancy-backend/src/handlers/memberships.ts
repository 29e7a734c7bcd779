import type { ContractBuilder } from '@caas/contract-node';
import type { TenancyContract } from '@caas/plugin-tenancy-common';
import type { ClaimedGroups } from '../services/ClaimedGroups';
import type { MembershipService } from '../services/MembershipService';

export function membershipHandlers(
  os: ContractBuilder<TenancyContract>,
  memberships: MembershipService,
  claimedGroups: ClaimedGroups,
) {
  return {
    memberships: {
      mine: os.memberships.mine.handler(({ context }) =>
        // The gate has let in nobody without a name.
        memberships.get(context.actor!),
      ),
      get: os.memberships.get.handler(({ input }) =>
        memberships.get(input.user),
      ),
      holders: os.memberships.holders.handler(async ({ input }) => ({
        users: await memberships.listHolders(input.role, input.tenant),
      })),
    },
    claimedGroups: {
      record: os.claimedGroups.record.handler(async ({ input, context }) => ({
        groups: await claimedGroups.record(
          input.user,
          input.groups,
          context.actor,
        ),
      })),
    },
  };
}
