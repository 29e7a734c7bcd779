import type { RequestKindProvider } from '@caas/plugin-approvals-node';
import {
  NAMESPACE_CREATE,
  NAMESPACE_DELETE,
  NAMESPACE_RENEW,
  NAMESPACE_RESIZE,
  TENANT_QUOTA,
} from '@caas/plugin-tenancy-common';
import type { ClustersClient } from '../../clients/ClustersClient';
import type { DependantFinder } from '../../clients/DependantFinder';
import type { LeaseStore } from '../../database/LeaseStore';
import type { LedgerStore } from '../../database/LedgerStore';
import type { NamespaceExportStore } from '../../database/NamespaceExportStore';
import type { NamespaceStore } from '../../database/NamespaceStore';
import type { TenantStore } from '../../database/TenantStore';
import type { Clock } from '../../domain/Clock';
import type { Pricing } from '../../domain/pricing';
import type { MembershipService } from '../MembershipService';
import type { UseOfTenants } from '../UseOfTenants';
import { NamespaceCreateKind } from './NamespaceCreateKind';
import { NamespaceDeleteKind } from './NamespaceDeleteKind';
import { NamespaceRenewKind } from './NamespaceRenewKind';
import { NamespaceRequestChecks } from './NamespaceRequestChecks';
import { NamespaceResizeKind } from './NamespaceResizeKind';
import { RequestEvidence } from './RequestEvidence';
import { TenantQuotaKind } from './TenantQuotaKind';

/** What the kinds of requests are made over. */
export type RequestKindOptions = {
  tenants: TenantStore;
  ledger: LedgerStore;
  namespaces: NamespaceStore;
  leases: LeaseStore;
  exports: NamespaceExportStore;
  dependants: DependantFinder;
  clusters: ClustersClient;
  memberships: Pick<MembershipService, 'get'>;
  clock: Clock;
  use: UseOfTenants;
  /** Undefined: no request says what it costs. */
  pricing?: Pricing;
  /** Says that a tenant's figures changed, and wakes the reconciler. Called after the commit. */
  onChange: (tenant: string) => void;
};

/** What tenancy executes, by the name of the kind. */
export function createRequestKinds(options: RequestKindOptions) {
  const checks = NamespaceRequestChecks.create(options);
  const evidence = RequestEvidence.create({ ...options, checks });
  const parts = { ...options, checks, evidence };
  return {
    [NAMESPACE_CREATE]: NamespaceCreateKind.create(parts),
    [NAMESPACE_RESIZE]: NamespaceResizeKind.create(parts),
    [NAMESPACE_RENEW]: NamespaceRenewKind.create(parts),
    [NAMESPACE_DELETE]: NamespaceDeleteKind.create(parts),
    [TENANT_QUOTA]: TenantQuotaKind.create(parts),
  } satisfies Record<string, RequestKindProvider>;
}
