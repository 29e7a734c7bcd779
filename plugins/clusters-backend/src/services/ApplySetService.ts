import type { RowAccess } from '@caas/contract-node';
import type { ApplySetInput } from '@caas/plugin-clusters-common';
import type { ApplySetRecord } from '../domain/applySet';

/** What other plugins and people do with apply sets. */
export interface ApplySetService {
  put(input: ApplySetInput, actor: string): Promise<ApplySetRecord>;
  delete(
    set: { cluster: string; id: string; reason: string },
    actor: string,
  ): Promise<ApplySetRecord>;
  get(
    set: { cluster: string; id: string },
    access: RowAccess,
  ): Promise<ApplySetRecord>;
  list(
    page: { cluster?: string; tenant?: string; limit: number; offset: number },
    access: RowAccess,
  ): Promise<{ items: ApplySetRecord[]; totalCount: number }>;
}
