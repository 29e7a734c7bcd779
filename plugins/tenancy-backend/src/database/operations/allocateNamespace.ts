import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  namespaceIdOf,
  type NamespaceRecord,
  type NewNamespace,
} from '../../domain/namespace';
import { fits, leftOf } from '../../domain/quota';
import { quotaExceededSentence } from '../../domain/quotaSentences';
import { namespaceOfRow } from '../namespaceRows';
import {
  allocatedOf,
  amountsOf,
  hardOf,
  type DbAllocationRow,
  type DbNamespaceRow,
  type DbTenantRow,
} from '../tables';
import { lockQuota } from './lockQuota';
import { settleReservation } from './settleReservation';

/**
 * Gives an approved request its share of the quota and its namespace, in one transaction.
 *
 * Why a quota is never overdrawn, whatever runs at once: everybody who allocates from a quota first takes the lock of
 * its row (`lockQuota`) and reads `allocated` only then. Between that read and the commit nobody else can change the
 * row, so `allocated + asked <= hard` still holds when it is written. The table's CHECK says the same to writers that
 * would forget the lock.
 *
 * Why a request is allocated once: the look for its allocation also happens under the lock, and `request_id` is the
 * primary key of `allocations`. A repeat finds the first one's line and answers its namespace. Should a repeat name
 * another quota (the desk never sends one), the primary key refuses it.
 *
 * What a kill leaves: nothing before the commit, everything after it. The reconciler finds the namespace by its
 * `next_run_at`, so nobody has to be told.
 *
 * Everybody who allocates locks the quota first, so there is no deadlock among them; `applyTenantDefinitions` says why
 * there is none with it. Nothing in here waits for anything but the database.
 *
 * @throws ConflictError when the quota has too little left, when the name is taken, or when the tenant may not
 * receive anything any more.
 */
export async function allocateNamespace(
  knex: Knex,
  asked: NewNamespace,
  now: Date,
): Promise<NamespaceRecord> {
  try {
    return await knex.transaction(tx => allocate(tx, asked, now.toISOString()));
  } catch (error) {
    if (isDatabaseConflictError(error)) {
      throw new ConflictError(
        `There already is a namespace '${asked.name}' on cluster '${asked.cluster}'. Submit a request with another name`,
      );
    }
    throw error;
  }
}

async function allocate(
  tx: Knex.Transaction,
  asked: NewNamespace,
  now: string,
): Promise<NamespaceRecord> {
  const { tenant, cluster, environment, resources, requestId } = asked;
  const quota = await lockQuota(tx, asked);
  const before = await tx<DbNamespaceRow>('namespaces')
    .where('request_id', requestId)
    .first();
  if (before) return namespaceOfRow(before);

  const owner = await tx<DbTenantRow>('tenants').where('code', tenant).first();
  if (!quota || owner?.state !== 'active') {
    throw new ConflictError(
      quota
        ? `Tenant '${tenant}' is ${owner?.state ?? 'unknown'} and receives nothing new`
        : `Tenant '${tenant}' has no quota on cluster '${cluster}' in '${environment}' any more. Ask a platform administrator for one`,
    );
  }
  const figures = { hard: hardOf(quota), allocated: allocatedOf(quota) };
  if (!fits(resources, leftOf(figures))) {
    throw new ConflictError(
      quotaExceededSentence(tenant, resources, {
        cluster,
        environment,
        ...figures,
      }),
    );
  }

  const [row] = await tx<DbNamespaceRow>('namespaces')
    .insert(newRow(asked, now))
    .returning('*');
  await tx<DbAllocationRow>('allocations').insert({
    request_id: requestId,
    namespace_id: row.id,
    tenant,
    cluster,
    environment,
    ...amountsOf(resources),
    created_at: now,
  });
  await tx('quotas')
    .where({ tenant, cluster, environment })
    .update({
      allocated_cpu_millicores:
        figures.allocated.cpuMillicores + resources.cpuMillicores,
      allocated_memory_bytes:
        figures.allocated.memoryBytes + resources.memoryBytes,
      updated_at: now,
    });
  await settleReservation(tx, { ...asked, now });
  return namespaceOfRow(row);
}

function newRow(asked: NewNamespace, now: string): DbNamespaceRow {
  const { resources, requestId, ...rest } = asked;
  return {
    id: namespaceIdOf(requestId),
    name: rest.name,
    tenant: rest.tenant,
    cluster: rest.cluster,
    environment: rest.environment,
    purpose: rest.purpose,
    requester: rest.requester,
    ...amountsOf(resources),
    request_id: requestId,
    state: 'provisioning',
    step: 'apply',
    message: null,
    generation: 1,
    failure_told: false,
    next_run_at: now,
    ticket: null,
    attempts: 0,
    last_error: null,
    created_at: now,
    updated_at: now,
  };
}
