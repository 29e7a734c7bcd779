import { ConflictError } from '@backstage/errors';
import { dimensionsBeyond, NO_RESOURCES } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { isSame, type QuotaChange } from '../../domain/changes';
import { describeResources } from '../../domain/describe';
import type { QuotaKey } from '../../domain/quota';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { belowAllocatedSentence } from '../../domain/quotaSentences';
import { receivesNothingSentence } from '../../domain/tenantStates';
import {
  allocatedColumns,
  allocatedOf,
  hardColumns,
  hardOf,
  type DbQuotaChangeRow,
  type DbQuotaRow,
  type DbTenantRow,
} from '../tables';
import { assertNotCancelled, noteCancelled } from './cancelledRequests';
import { lockQuota } from './lockQuota';

/**
 * Makes a quota, or changes it, in one transaction.
 *
 * Under the quota's lock nobody can allocate, so a new hard amount that is at least what is allocated stays so; the table's
 * CHECK says the same. A new quota is made empty first: of two requests that make the same one, the second waits at the
 * primary key, and then finds that the quota is not what it was approved for.
 *
 * @throws ConflictError when nothing is changed, in a sentence.
 */
export async function changeQuota(
  knex: Knex,
  key: QuotaKey,
  { requestId, from, to }: QuotaChange,
  now: string,
): Promise<void> {
  const { tenant, cluster, environment } = key;
  await knex.transaction(async tx => {
    const made = await tx<DbQuotaRow>('quotas')
      .insert({
        tenant,
        cluster,
        environment,
        ...hardColumns(NO_RESOURCES),
        ...allocatedColumns(NO_RESOURCES),
        origin: 'portal',
        updated_at: now,
      })
      .onConflict(['tenant', 'cluster', 'environment'])
      .ignore()
      .returning('tenant');
    const quota = (await lockQuota(tx, key))!;
    const changes = () => tx<DbQuotaChangeRow>('quota_changes');
    if (await changes().where('request_id', requestId).first()) return;
    await assertNotCancelled(tx, requestId);

    const before = made.length > 0 ? undefined : hardOf(quota);
    if (!isSame(before ?? NO_RESOURCES, from ?? NO_RESOURCES)) {
      const current = describeResources(before ?? NO_RESOURCES);
      throw inBothLanguages(ConflictError, {
        'zh-CN': `租户 ${tenant} 在 ${cluster} ${environment} 的配额在申请之后已有变化，现为${current['zh-CN']}。请提交新的申请`,
        en: `The quota of tenant '${tenant}' on cluster '${cluster}' in '${environment}' was changed since this was asked for: it is ${current.en} now. Submit a new request`,
      });
    }
    const owner = await tx<DbTenantRow>('tenants')
      .where('code', tenant)
      .first();
    const grows = dimensionsBeyond(to, before ?? NO_RESOURCES).length > 0;
    if (grows && owner?.state !== 'active') {
      throw inBothLanguages(
        ConflictError,
        receivesNothingSentence(tenant, owner?.state),
      );
    }
    const figures = { hard: hardOf(quota), allocated: allocatedOf(quota) };
    if (dimensionsBeyond(figures.allocated, to).length > 0) {
      throw inBothLanguages(
        ConflictError,
        belowAllocatedSentence(tenant, to, { ...key, ...figures }),
      );
    }
    await tx<DbQuotaRow>('quotas')
      .where({ tenant, cluster, environment })
      .update({
        ...hardColumns(to),
        // From now on the tenants file does not rule it any more.
        origin: 'portal',
        updated_at: now,
      });
    await changes().insert({
      request_id: requestId,
      tenant,
      cluster,
      environment,
      amounts_before: before ? JSON.stringify(before) : null,
      amounts: JSON.stringify(to),
      created_at: now,
    });
  });
}

/**
 * Sees to it that a request never changes the quota.
 *
 * @throws ConflictError when it has done so.
 */
export async function cancelQuotaChange(
  knex: Knex,
  key: QuotaKey,
  requestId: string,
  now: string,
): Promise<void> {
  await knex.transaction(async tx => {
    await lockQuota(tx, key);
    const change = await tx<DbQuotaChangeRow>('quota_changes')
      .where('request_id', requestId)
      .first();
    if (change) {
      throw inBothLanguages(ConflictError, {
        'zh-CN': `租户 ${key.tenant} 在 ${key.cluster} ${key.environment} 的配额已经调整完毕。请改为提交新的配额申请`,
        en: `The quota of tenant '${key.tenant}' on cluster '${key.cluster}' in '${key.environment}' has been changed already. Submit a request for another quota instead`,
      });
    }
    await noteCancelled(tx, requestId, now);
  });
}
