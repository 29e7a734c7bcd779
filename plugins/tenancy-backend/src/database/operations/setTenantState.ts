import { ConflictError } from '@backstage/errors';
import type { TenantStateChange } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { tenantNamed } from '../../domain/tenant';
import {
  namespacesInTheWaySentence,
  whyNotState,
} from '../../domain/tenantStates';
import { assertVersion } from '../../domain/versions';
import type { DbNamespaceRow, DbQuotaRow, DbTenantRow } from '../tables';
import { assertFileIsSilent } from './changeTenant';
import { lockTenant } from './lockTenant';

/** How many namespaces a sentence names. */
const NAMED = 10;

/**
 * Suspends, closes or reopens a tenant, in one transaction. Answers the state before.
 *
 * Why no namespace comes to be in a closed tenant, whatever runs at once: whoever allocates takes the lock of a quota of
 * the tenant and reads the tenant's state under it (`allocateNamespaces`). This takes the locks of all its quotas before it
 * looks for namespaces, so it waits for an allocation that is under way and then sees its namespace; an allocation that
 * comes later waits for this, and then reads the new state. A quota that is made meanwhile has nothing allocated, and
 * whoever allocates from it reads the state again.
 *
 * The order of locks is that of `applyTenantDefinitions`: the tenant, then its quotas. `allocateNamespaces` takes the
 * tenant's row after the quota, by its foreign key alone, which passes the lock held here.
 *
 * @throws ConflictError with what is in the way.
 */
export async function setTenantState(
  knex: Knex,
  { code, version, state, reason }: TenantStateChange,
  now: string,
): Promise<DbTenantRow['state']> {
  return knex.transaction(async tx => {
    const before = await lockTenant(tx, code);
    if (before.state === state) return state;
    assertVersion(tenantNamed(code), before.version, version);
    assertFileIsSilent(before, 'state', true);
    const obstacle = whyNotState(before.state, state);
    if (obstacle) throw inBothLanguages(ConflictError, obstacle);
    await tx<DbQuotaRow>('quotas')
      .where('tenant', code)
      .orderBy(['cluster', 'environment'])
      .forUpdate();
    if (state === 'closed') await assertHasNoNamespaces(tx, code);
    await tx<DbTenantRow>('tenants')
      .where({ code })
      .update({
        state,
        state_reason: reason,
        version: before.version + 1,
        updated_at: now,
      });
    return before.state;
  });
}

async function assertHasNoNamespaces(
  tx: Knex.Transaction,
  code: string,
): Promise<void> {
  const rows = await tx<DbNamespaceRow>('namespaces')
    .where('tenant', code)
    // What is deleted stays as history.
    .whereNot('life', 'deleted')
    .orderBy(['cluster', 'name'])
    .select('cluster', 'name');
  if (rows.length === 0) return;
  const names = rows
    .slice(0, NAMED)
    .map(({ cluster, name }) => `${name} (${cluster})`);
  throw inBothLanguages(
    ConflictError,
    namespacesInTheWaySentence(code, names, rows.length),
  );
}
