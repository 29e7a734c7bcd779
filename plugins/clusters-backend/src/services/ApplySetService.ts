import type { RowAccess } from '@caas/contract-node';
import type {
  ApplySetChange,
  ApplySetInput,
} from '@caas/plugin-clusters-common';
import type { ApplySetStore } from '../database/ApplySetStore';
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
  /** @throws NotFoundError when there is no such set, or the caller may not see it. */
  listChanges(
    page: { cluster: string; id: string; limit: number; offset: number },
    access: RowAccess,
  ): Promise<{ items: ApplySetChange[]; totalCount: number }>;
  list(
    page: Omit<Parameters<ApplySetStore['list']>[0], 'filter'>,
    access: RowAccess,
  ): Promise<{ items: ApplySetRecord[]; totalCount: number }>;
}
