import type { RequestKindProvider } from '@caas/plugin-approvals-node';
import {
  NAMESPACE_CREATE,
  NAMESPACE_DELETE,
  NAMESPACE_RENEW,
  NAMESPACE_RESIZE,
  TENANT_QUOTA,
} from '@caas/plugin-tenancy-common';
import { NamespaceCreateKind } from './NamespaceCreateKind';
import { NamespaceDeleteKind } from './NamespaceDeleteKind';
import { NamespaceRenewKind } from './NamespaceRenewKind';
import { NamespaceRequestChecks } from './NamespaceRequestChecks';
import { NamespaceResizeKind } from './NamespaceResizeKind';
import { RequestEvidence } from './RequestEvidence';
import type { RequestKindOptions, RequestKindParts } from './RequestKindParts';
import { TenantQuotaKind } from './TenantQuotaKind';

/** What tenancy executes, by the name of the kind. */
export function createRequestKinds(options: RequestKindOptions) {
  const checks = NamespaceRequestChecks.create(options);
  const evidence = RequestEvidence.create({ ...options, checks });
  const parts: RequestKindParts = { ...options, checks, evidence };
  return {
    [NAMESPACE_CREATE]: NamespaceCreateKind.create(parts),
    [NAMESPACE_RESIZE]: NamespaceResizeKind.create(parts),
    [NAMESPACE_RENEW]: NamespaceRenewKind.create(parts),
    [NAMESPACE_DELETE]: NamespaceDeleteKind.create(parts),
    [TENANT_QUOTA]: TenantQuotaKind.create(parts),
  } satisfies Record<string, RequestKindProvider>;
}
