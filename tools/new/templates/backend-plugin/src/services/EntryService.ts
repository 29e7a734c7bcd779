import type { Call } from '@caas/contract-node';
import type { Entry } from '../domain/entry';

/** Who asks, and what they may touch. */
export type Caller = Pick<Call, 'access' | 'actor'>;

/** What people do with entries. An entry that the caller may not see does not exist. */
export interface EntryService {
  /** Newest first. */
  list(
    caller: Caller,
    page: { limit: number; offset: number },
  ): Promise<{ items: Entry[]; totalCount: number }>;
  get(caller: Caller, id: string): Promise<Entry>;
  /** Refuses a name that the tenant has already. */
  create(
    caller: Caller,
    input: { tenant: string; name: string },
  ): Promise<Entry>;
}
