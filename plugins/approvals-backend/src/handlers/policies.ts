import type { ContractBuilder } from '@caas/contract-node';
import type { ApprovalsContract } from '@caas/plugin-approvals-common';
import { presentPolicy } from '../presenters/policy';
import type { PolicyService } from '../services/PolicyService';

/** Handlers of the policy. */
export function policyHandlers(
  os: ContractBuilder<ApprovalsContract>,
  policies: PolicyService,
) {
  return {
    policies: {
      get: os.policies.get.handler(async () =>
        presentPolicy(policies.inForce()),
      ),
      dryRun: os.policies.dryRun.handler(async ({ input, context }) => {
        const result = await policies.dryRun(input.text, input.limit);
        context.note({
          version: result.version,
          replayed: result.replayed,
          differences: result.differences.length,
        });
        return result;
      }),
    },
  };
}
