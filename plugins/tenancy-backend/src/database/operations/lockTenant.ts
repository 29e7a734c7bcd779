import { ConflictError } from '@backstage/errors';
import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { tenantNotFound } from '../../domain/tenant';
import { closedSentence } from '../../domain/tenantStates';
import type { DbTenantRow } from '../tables';

/**
 * The tenant's row, locked until the transaction ends: what is decided on a tenant as a whole (its state, its last
 * administrator, its tree of departments) is decided by one at a time.
 *
 * The lock is FOR NO KEY UPDATE, which new rows that name the tenant pass. It is taken before any quota of the tenant, as
 * in `applyTenantDefinitions`. SQLite has one write lock, which a write that changes nothing takes (see `lockRow`).
 *
 * @throws NotFoundError when there is no such tenant.
 */
export async function lockTenant(
  tx: Knex.Transaction,
  code: string,
): Promise<DbTenantRow> {
  const tenant = tx<DbTenantRow>('tenants').where({ code });
  if (!isPostgres(tx)) await tenant.clone().update({ code });
  const row = isPostgres(tx)
    ? await tenant.clone().forNoKeyUpdate().first()
    : await tenant.clone().first();
  if (!row) throw tenantNotFound(code);
  return row;
}

/** The same, for a change that a closed tenant does not take any more. */
export async function lockOpenTenant(
  tx: Knex.Transaction,
  code: string,
): Promise<DbTenantRow> {
  const row = await lockTenant(tx, code);
  if (row.state === 'closed') {
    throw inBothLanguages(ConflictError, closedSentence(code));
  }
  return row;
}
