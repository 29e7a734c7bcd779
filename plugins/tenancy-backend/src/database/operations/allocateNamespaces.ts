import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import {
  namespaceIdOf,
  type NamespaceRecord,
  type NewNamespace,
} from '../../domain/namespace';
import type { QuotaKey } from '../../domain/quota';
import type { QuotaExceededError } from '../../domain/QuotaExceededError';
import { shareOut } from '../../domain/shareOut';
import { receivesNothingSentence } from '../../domain/tenantStates';
import { newLeaseRow } from '../leaseRows';
import type { DbLeaseRow } from '../leaseTables';
import { namespaceOfRow, newNamespaceRow } from '../namespaceRows';
import {
  allocatedColumns,
  allocatedOf,
  amountsOf,
  hardOf,
  resourcesOf,
  type DbAllocationRow,
  type DbNamespaceRow,
  type DbQuotaRow,
  type DbTenantRow,
} from '../tables';
import { assertNotCancelled } from './cancelledRequests';
import { lockQuota } from './lockQuota';
import { settleReservations } from './settleReservations';

/**
 * Gives approved requests their shares of one quota and their namespaces, in one transaction, in the order in which they
 * ask. Who does not fit is answered why; when it throws, for whosever sake, nobody has been given anything.
 *
 * Why a quota is never overdrawn, whatever runs at once: everybody who allocates from a quota first takes the lock of
 * its row (`lockQuota`) and reads `allocated` only then. Between that read and the commit nobody else can change the
 * row, so `allocated + asked <= hard`, asked for one request after the other, still holds when their sum is written. The
 * table's CHECK says the same to writers that would forget the lock.
 *
 * Why a request is allocated once: the look for its namespace also happens under the lock, and `request_id` is the
 * primary key of `allocations`. A repeat finds the first one's namespace and answers it. Should a repeat name another quota
 * (the desk never sends one), the primary key refuses it. Why one that was cancelled is not allocated: `cancelCreation`
 * looks and writes under the same lock.
 *
 * What a kill leaves: nothing before the commit, everything after it. The reconciler finds the namespaces by their
 * `next_run_at`, so nobody has to be told.
 *
 * Everybody who allocates locks the quota first, so there is no deadlock among them; `applyTenantDefinitions` says why
 * there is none with it. Those of two quotas meet only at the names on a cluster, and write theirs in order, so they do not
 * wait for each other in a circle. Nothing in here waits for anything but the database.
 *
 * @throws ConflictError when a name is taken, a request was cancelled, or the tenant may not receive anything any more.
 */
export async function allocateNamespaces(
  knex: Knex,
  key: QuotaKey,
  asked: NewNamespace[],
  now: string,
): Promise<Array<NamespaceRecord | QuotaExceededError>> {
  try {
    return await knex.transaction(tx => allocate(tx, key, asked, now));
  } catch (error) {
    if (isDatabaseConflictError(error)) {
      const names = asked.map(({ name }) => name);
      throw inBothLanguages(ConflictError, {
        'zh-CN': `集群 ${key.cluster} 上已有命名空间“${names.join('”或“')}”。请换一个名称重新申请`,
        en: `There already is a namespace '${names.join("' or '")}' on cluster '${key.cluster}'. Submit a request with another name`,
      });
    }
    throw error;
  }
}

async function allocate(
  tx: Knex.Transaction,
  key: QuotaKey,
  asked: NewNamespace[],
  now: string,
): Promise<Array<NamespaceRecord | QuotaExceededError>> {
  const quota = await lockQuota(tx, key);
  const byRequest = new Map(asked.map(each => [each.requestId, each]));
  const made = await tx<DbNamespaceRow>('namespaces').whereIn('request_id', [
    ...byRequest.keys(),
  ]);
  const answers = new Map<string, NamespaceRecord | QuotaExceededError>(
    made.map(row => [row.request_id, namespaceOfRow(row)]),
  );
  for (const requestId of answers.keys()) byRequest.delete(requestId);
  if (byRequest.size > 0) {
    await assertNotCancelled(tx, ...byRequest.keys());
    const { given, refused, allocated } = shareOut(
      await assertReceives(tx, key, quota),
      [...byRequest.values()],
    );
    for (const { asked: each, reason } of refused) {
      answers.set(each.requestId, reason);
    }
    if (given.length > 0) {
      const rows = await insertNamespaces(tx, given, now);
      for (const row of rows) answers.set(row.request_id, namespaceOfRow(row));
      await tx('quotas')
        .where(key)
        .update({ ...allocatedColumns(allocated), updated_at: now });
      await settleReservations(tx, given, now);
    }
  }
  // Each of them was found, given or refused.
  return asked.map(({ requestId }) => answers.get(requestId)!);
}

/** The figures of a quota from which may be allocated. */
async function assertReceives(
  tx: Knex.Transaction,
  key: QuotaKey,
  quota: DbQuotaRow | undefined,
) {
  const { tenant, cluster, environment } = key;
  const owner = await tx<DbTenantRow>('tenants').where('code', tenant).first();
  if (!quota || owner?.state !== 'active') {
    throw inBothLanguages(
      ConflictError,
      quota
        ? receivesNothingSentence(tenant, owner?.state)
        : {
            'zh-CN': `租户 ${tenant} 在 ${cluster} ${environment} 已没有配额。请联系平台管理员添加`,
            en: `Tenant '${tenant}' has no quota on cluster '${cluster}' in '${environment}' any more. Ask a platform administrator for one`,
          },
    );
  }
  return { ...key, hard: hardOf(quota), allocated: allocatedOf(quota) };
}

async function insertNamespaces(
  tx: Knex.Transaction,
  given: NewNamespace[],
  now: string,
): Promise<DbNamespaceRow[]> {
  const rows = given
    .map(asked => newNamespaceRow(asked, now))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  await tx<DbNamespaceRow>('namespaces').insert(rows);
  await tx<DbAllocationRow>('allocations').insert(rows.map(firstLineOf));
  const leases = given.flatMap(({ requestId, leaseUntil }) =>
    leaseUntil ? [newLeaseRow(namespaceIdOf(requestId), leaseUntil, now)] : [],
  );
  if (leases.length > 0) await tx<DbLeaseRow>('leases').insert(leases);
  return rows;
}

/** The line of the ledger with which a namespace begins. */
function firstLineOf(row: DbNamespaceRow): DbAllocationRow {
  return {
    request_id: row.request_id,
    namespace_id: row.id,
    tenant: row.tenant,
    cluster: row.cluster,
    environment: row.environment,
    ...amountsOf(resourcesOf(row)),
    generation: row.generation,
    created_at: row.created_at,
    ended_at: null,
  };
}
