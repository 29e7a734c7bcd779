import type { RowAccess } from '@caas/contract-node';

/** A person who changes a request. */
export type ChangeBy = {
  id: string;
  person: string;
  /** What they may change, and what they may see. */
  access: RowAccess;
  readable: RowAccess;
  now: Date;
};
