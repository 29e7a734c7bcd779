import type { Knex } from 'knex';
import type { ClaimedLease } from '../../domain/lease';
import { isGone } from '../../domain/namespace';
import { leaseColumns } from '../leaseRows';
import type { LeaseSettlement } from '../LeaseStore';
import { NEVER, type DbLeaseRow } from '../leaseTables';
import type { DbNamespaceRow } from '../tables';
import { lockLease } from './lockLease';

/**
 * Writes what a worker did for a lease, and what becomes of its namespace, in one transaction.
 *
 * Only with the ticket and the step that it was claimed with: a renewal has taken both away, so a worker that is late can
 * neither stop what was renewed nor delete it. Namespaces that a person has deleted are left alone.
 */
export async function settleLease(
  knex: Knex,
  claimed: ClaimedLease,
  settlement: LeaseSettlement,
  now: string,
): Promise<boolean> {
  const { namespaceId, ticket, step } = claimed;
  const { change = {}, life, nextStepAt, nextRunAt } = settlement;
  return knex.transaction(async tx => {
    const { lease, namespace } = await lockLease(tx, namespaceId);
    if (!namespace || isGone(namespace.life)) return false;
    if (!lease || lease.ticket !== ticket || lease.step !== step) return false;
    await tx<DbLeaseRow>('leases')
      .where('namespace_id', namespaceId)
      .update({
        ...leaseColumns(claimed, change),
        next_step_at: nextStepAt.toISOString(),
        next_run_at: life === 'deleting' ? NEVER : nextRunAt.toISOString(),
        attempts: settlement.attempts,
        last_error: settlement.lastError ?? null,
        ticket: null,
        updated_at: now,
      });
    if (life) {
      await tx<DbNamespaceRow>('namespaces')
        .where('id', namespaceId)
        .update({
          life,
          // Whoever holds the row writes nothing more, and the next one sees it as it is now.
          ...(life === 'deleting'
            ? { deleting_at: now, message: null, attempts: 0 }
            : {}),
          ticket: null,
          next_run_at: namespace.ticket ? namespace.next_run_at : now,
          updated_at: now,
        });
    }
    return true;
  });
}
