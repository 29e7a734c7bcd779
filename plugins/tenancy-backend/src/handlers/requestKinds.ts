import type { ContractBuilder } from '@caas/contract-node';
import {
  requestKindHandlers as handlersOfKinds,
  type RequestKindProvider,
} from '@caas/plugin-approvals-node';
import type { TenancyContract } from '@caas/plugin-tenancy-common';

/** Handlers of the request kinds of tenancy, by the name of the kind. They answer the desk only. */
export function requestKindHandlers(
  os: ContractBuilder<TenancyContract>,
  providers: Record<string, RequestKindProvider>,
) {
  return handlersOfKinds(os, providers);
}
