import { ConflictError } from '@backstage/errors';
import {
  dimensionsBeyond,
  subtractResources,
} from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { QuotaKey } from '../../domain/quota';
import {
  allocatedColumns,
  allocatedOf,
  amountsOf,
  hardOf,
  resourcesOf,
  type DbAllocationRow,
} from '../tables';
import { noteCancelled } from './cancelledRequests';
import { lockNamespace } from './lockNamespace';
import { lockQuota } from './lockQuota';
import { renewNamespace } from './resizeNamespace';

/**
 * Takes a change of a namespace's share back, or sees to it that it never happens, in one transaction.
 *
 * Only the last change of a namespace can be taken back, and only until the cluster holds it. What it gave back may have
 * been allocated to others since: then it stays.
 *
 * @throws ConflictError when it cannot be taken back any more, in a sentence.
 */
export async function cancelResize(
  knex: Knex,
  key: QuotaKey,
  requestId: string,
  now: string,
): Promise<void> {
  await knex.transaction(async tx => {
    const quota = await lockQuota(tx, key);
    await noteCancelled(tx, requestId, now);
    const line = await tx<DbAllocationRow>('allocations')
      .where('request_id', requestId)
      .first();
    if (!line || line.ended_at !== null) return;
    const row = await lockNamespace(tx, line.namespace_id);
    if (!quota || !row || row.ready_generation >= line.generation) {
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${row?.name}”已经是新的规格。请改为申请其他规格`,
        en: `Namespace '${row?.name}' has its new size already. Submit a request for another size instead`,
      });
    }
    const isLast =
      (await tx<DbAllocationRow>('allocations')
        .where('namespace_id', row.id)
        .where('generation', '>', line.generation)
        .whereNull('ended_at')
        .first()) === undefined;
    const delta = resourcesOf(line);
    const figures = { hard: hardOf(quota), allocated: allocatedOf(quota) };
    const back = subtractResources(figures.allocated, delta);
    if (!isLast || dimensionsBeyond(back, figures.hard).length > 0) {
      throw inBothLanguages(
        ConflictError,
        isLast
          ? {
              'zh-CN': `命名空间“${row.name}”无法恢复原来的规格：租户 ${key.tenant} 在 ${key.cluster} ${key.environment} 的剩余配额不足。请等待本次调整完成`,
              en: `Namespace '${row.name}' cannot have its former size back: ${key.environment} of tenant '${key.tenant}' on cluster '${key.cluster}' has too little left for it. Let the change be carried out`,
            }
          : {
              'zh-CN': `命名空间“${row.name}”此后又有调整，本申请无法撤回。请改为申请其他规格`,
              en: `Namespace '${row.name}' was changed again since: this request cannot be taken back. Submit a request for another size instead`,
            },
      );
    }
    await tx<DbAllocationRow>('allocations')
      .where('request_id', requestId)
      .update({ ended_at: now });
    await tx('quotas')
      .where(key)
      .update({ ...allocatedColumns(back), updated_at: now });
    await renewNamespace(
      tx,
      row,
      {
        ...amountsOf(subtractResources(resourcesOf(row), delta)),
        generation: row.generation + 1,
      },
      now,
    );
  });
}
