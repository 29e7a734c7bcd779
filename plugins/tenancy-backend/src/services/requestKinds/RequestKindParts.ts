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
import type { NamespaceRequestChecks } from './NamespaceRequestChecks';
import type { RequestEvidence } from './RequestEvidence';

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

/** That, and what is made over it for all kinds: each kind picks what it needs. */
export type RequestKindParts = RequestKindOptions & {
  checks: NamespaceRequestChecks;
  evidence: RequestEvidence;
};
