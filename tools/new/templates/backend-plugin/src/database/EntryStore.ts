import type { RowFilter } from '@caas/contract-node';
import type { Entry } from '../domain/entry';

/** Keeps the entries. */
export interface EntryStore {
  /** Refuses a name that the tenant has already with a `ConflictError`, however many try at once. */
  insert(entry: Entry): Promise<void>;
  find(id: string): Promise<Entry | undefined>;
  listByIds(ids: string[]): Promise<Entry[]>;
  /** A page of what the filter lets through, newest first, and how many there are in all. */
  list(page: {
    filter: RowFilter;
    limit: number;
    offset: number;
  }): Promise<{ items: Entry[]; totalCount: number }>;
}
