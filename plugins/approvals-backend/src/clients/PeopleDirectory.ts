import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { ApproverSelector } from '../domain/policy';

/** Who holds which role, now. */
export interface PeopleDirectory {
  /** Entity refs of everybody whom one of the selectors names, for a request of this tenant with this payload. */
  resolve(
    selectors: readonly ApproverSelector[],
    subject: { tenant: string; payload: RequestPayload },
  ): Promise<string[]>;
  /** Whether the catalog has this person. */
  isPerson(userRef: string): Promise<boolean>;
  /** Those who hear of a request that nobody can decide. */
  platformAdmins(): Promise<string[]>;
}
