import { ConflictError } from '@backstage/errors';
import {
  addResources,
  dimensionsBeyond,
  subtractResources,
} from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { growthOf, isSame, type Resize } from '../../domain/changes';
import { describeResources } from '../../domain/describe';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { isGone } from '../../domain/namespace';
import { leftOf, type QuotaKey } from '../../domain/quota';
import { QuotaExceededError } from '../../domain/QuotaExceededError';
import { quotaExceededSentence } from '../../domain/quotaSentences';
import { receivesNothingSentence } from '../../domain/tenantStates';
import {
  allocatedColumns,
  allocatedOf,
  amountsOf,
  hardOf,
  resourcesOf,
  type DbAllocationRow,
  type DbNamespaceRow,
  type DbTenantRow,
} from '../tables';
import { assertNotCancelled } from './cancelledRequests';
import { lockNamespace } from './lockNamespace';
import { lockQuota } from './lockQuota';
import { settleReservations } from './settleReservations';

/**
 * Changes the share of a namespace, in one transaction, and answers the generation of the namespace that holds the change.
 *
 * The namespace keeps its own share: only what it grows by must fit what is left. What was approved is the step from one
 * size to another. When the namespace has another size by now, the step is another one (a "shrink" may have become growth
 * that nobody approved), and it is refused.
 *
 * Locks: quota, then namespace. The line of the ledger with the request's id says that this has been done, also after a
 * later resize; it is looked for under the lock. The new generation takes the row away from a worker that holds it.
 *
 * @throws ConflictError when nothing is changed, in a sentence.
 */
export async function resizeNamespace(
  knex: Knex,
  key: QuotaKey,
  resize: Resize,
  now: string,
): Promise<number> {
  const { requestId, namespaceId, from, to } = resize;
  return knex.transaction(async tx => {
    const quota = await lockQuota(tx, key);
    const line = await tx<DbAllocationRow>('allocations')
      .where('request_id', requestId)
      .first();
    if (line) return line.generation;
    await assertNotCancelled(tx, requestId);

    const row = await lockNamespace(tx, namespaceId);
    if (!quota || !row || isGone(row.life)) {
      const name = row?.name ?? namespaceId;
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${name}”已不再使用。请为其他命名空间提交申请`,
        en: `Namespace '${name}' is not held any more. Submit a request for another one`,
      });
    }
    const held = resourcesOf(row);
    if (!isSame(held, from)) {
      const [has, had] = [describeResources(held), describeResources(from)];
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${row.name}”的规格在申请之后已有变化：现为${has['zh-CN']}，不再是${had['zh-CN']}。请提交新的申请`,
        en: `Namespace '${row.name}' was changed since this was asked for: it has ${has.en} now, not ${had.en}. Submit a new request`,
      });
    }
    const figures = { hard: hardOf(quota), allocated: allocatedOf(quota) };
    const growth = growthOf(held, to);
    if (dimensionsBeyond(to, held).length > 0) {
      await assertMayGrow(tx, key.tenant);
      if (dimensionsBeyond(growth, leftOf(figures)).length > 0) {
        throw inBothLanguages(
          QuotaExceededError,
          quotaExceededSentence(key.tenant, growth, { ...key, ...figures }),
        );
      }
    }

    const delta = subtractResources(to, held);
    const generation = row.generation + 1;
    await tx<DbAllocationRow>('allocations').insert({
      request_id: requestId,
      namespace_id: row.id,
      ...key,
      ...amountsOf(delta),
      generation,
      created_at: now,
      ended_at: null,
    });
    await tx('quotas')
      .where(key)
      .update({
        ...allocatedColumns(addResources(figures.allocated, delta)),
        updated_at: now,
      });
    await renewNamespace(tx, row, { ...amountsOf(to), generation }, now);
    const reserved = { ...key, requestId, name: row.name, resources: growth };
    await settleReservations(tx, [reserved], now);
    return generation;
  });
}

async function assertMayGrow(tx: Knex.Transaction, code: string) {
  const tenant = await tx<DbTenantRow>('tenants').where({ code }).first();
  if (tenant?.state === 'active') return;
  throw inBothLanguages(
    ConflictError,
    receivesNothingSentence(code, tenant?.state),
  );
}

/** Makes a namespace due with its next generation. Whoever holds it loses its ticket; one that stands stays `ready`. */
export async function renewNamespace(
  tx: Knex.Transaction,
  { id, state }: DbNamespaceRow,
  changes: Partial<DbNamespaceRow>,
  now: string,
): Promise<void> {
  await tx<DbNamespaceRow>('namespaces')
    .where({ id })
    .update({
      ...changes,
      state: state === 'failed' ? 'provisioning' : state,
      step: 'apply',
      message: null,
      failure_told: false,
      attempts: 0,
      last_error: null,
      ticket: null,
      next_run_at: now,
      updated_at: now,
    });
}
