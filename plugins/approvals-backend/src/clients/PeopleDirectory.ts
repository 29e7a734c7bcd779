import type { ApproverSelector } from '../domain/policy';

/** Who holds which role, now. */
export interface PeopleDirectory {
  /** Entity refs of everybody whom one of the selectors names, in the request's tenant. */
  resolve(
    selectors: readonly ApproverSelector[],
    tenant: string,
  ): Promise<string[]>;
  /** Those who hear of a request that nobody can decide. */
  platformAdmins(): Promise<string[]>;
}
