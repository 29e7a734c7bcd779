import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { leaseChanges } from '../../domain/lease';
import { isGone } from '../../domain/namespace';
import { leaseColumns, leaseOfRow } from '../leaseRows';
import type { LeaseStore, Renewal } from '../LeaseStore';
import type { DbLeaseRenewalRow, DbLeaseRow } from '../leaseTables';
import { assertNotCancelled, noteCancelled } from './cancelledRequests';
import { lockLease } from './lockLease';

/**
 * Lets a namespace stay longer, in one transaction.
 *
 * It races the ladder: both write under the lock of the namespace, and whoever comes second sees what the first wrote. When
 * the deletion has begun it is too late. Otherwise the step grows and the ticket goes, so that nothing that a worker has
 * under way is written any more; and since `next_run_at` of a lease that a worker holds stays where it is, nothing is
 * started while that worker may still be stopping. Clusters refuse its late calls by the step besides.
 */
export async function renewLease(
  knex: Knex,
  { requestId, namespaceId, until }: Parameters<LeaseStore['renew']>[0],
  now: Date,
): Promise<Renewal> {
  return knex.transaction(async tx => {
    const { lease: row, namespace } = await lockLease(tx, namespaceId);
    const before = await renewals(tx).where('request_id', requestId).first();
    if (before) return { namespaceId, step: before.step };
    await assertNotCancelled(tx, requestId);
    if (!namespace || isGone(namespace.life)) {
      const name = namespace?.name ?? namespaceId;
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${name}”已不再使用，不能续期。请申请新的命名空间；它的清单可能已备份`,
        en: `Namespace '${name}' is not held any more: it cannot be renewed. Apply for a new one; its manifests may have been kept`,
      });
    }
    if (!row) {
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${namespace.name}”没有租期，会一直保留到有人删除`,
        en: `Namespace '${namespace.name}' has no lease: it stays until somebody deletes it`,
      });
    }
    if (until <= now) {
      const day = until.toISOString().slice(0, 10);
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${namespace.name}”申请续期至 ${day}，现已过期。请提交新的申请`,
        en: `The lease of namespace '${namespace.name}' was to be renewed until ${day}, which is over by now. Submit a new request`,
      });
    }
    if (until.toISOString() < row.until) {
      const day = row.until.slice(0, 10);
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${namespace.name}”的租期现已到 ${day}，比本申请更长`,
        en: `Namespace '${namespace.name}' may stay until ${day} by now, which is longer than this asks for`,
      });
    }
    const lease = leaseOfRow(row);
    const change = leaseChanges.renew(lease, until);
    const at = now.toISOString();
    await tx<DbLeaseRow>('leases')
      .where('namespace_id', namespaceId)
      .update({
        ...leaseColumns(lease, change),
        next_step_at: until.toISOString(),
        next_run_at: row.ticket ? row.next_run_at : at,
        ticket: null,
        attempts: 0,
        last_error: null,
        updated_at: at,
      });
    const step = lease.step + 1;
    await renewals(tx).insert({
      request_id: requestId,
      namespace_id: namespaceId,
      until_before: row.until,
      until: until.toISOString(),
      step,
      created_at: at,
    });
    return { namespaceId, step };
  });
}

/** Sees to it that a renewal never happens, unless it has. */
export async function cancelRenewal(
  knex: Knex,
  { requestId, namespaceId }: { requestId: string; namespaceId: string },
  now: string,
): Promise<void> {
  await knex.transaction(async tx => {
    await lockLease(tx, namespaceId);
    if (await renewals(tx).where('request_id', requestId).first()) {
      throw inBothLanguages(ConflictError, {
        'zh-CN': '租期已经延长。如果不再需要该命名空间，请删除它',
        en: 'The lease has been renewed already. Delete the namespace if it is not needed',
      });
    }
    await noteCancelled(tx, requestId, now);
  });
}

function renewals(tx: Knex.Transaction) {
  return tx<DbLeaseRenewalRow>('lease_renewals');
}
