import type { ContractBuilder } from '@caas/contract-node';
import { requestKindHandlers as handlersOfKinds } from '@caas/plugin-approvals-node';
import {
  NAMESPACE_CREATE,
  type TenancyContract,
} from '@caas/plugin-tenancy-common';
import type { NamespaceCreateKind } from '../services/NamespaceCreateKind';

/** Handlers of the request kinds of tenancy, which answer the desk only. */
export function requestKindHandlers(
  os: ContractBuilder<TenancyContract>,
  namespaceCreate: NamespaceCreateKind,
) {
  return handlersOfKinds(os, { [NAMESPACE_CREATE]: namespaceCreate });
}
