import type { DelegationRecord } from '../domain/delegation';

/** Keeps who decides for whom. */
export interface DelegationStore {
  /**
   * @throws ConflictError when somebody stands in for the delegator already during a part of the period, or when the
   * delegate is away then and has a delegate of their own.
   */
  create(delegation: DelegationRecord): Promise<void>;
  find(id: string): Promise<DelegationRecord | undefined>;
  /** By and to a person, newest first. */
  list(
    person: string,
    page: { limit: number; offset: number },
  ): Promise<{ items: DelegationRecord[]; totalCount: number }>;
  /** Ends a delegation now; one that was revoked already stays as it is. */
  revoke(id: string, by: string, now: Date): Promise<void>;
}
