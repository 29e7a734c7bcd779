import { TENANT_FACTS, type TenantFact } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import type { TenantDefinition } from '../../domain/tenantsFile';
import type { DbTenantRow } from '../tables';
import { lockTenant } from './lockTenant';

/** What a tenant that has left the file has the file say: that it is closed. */
export const SAYS_CLOSED = JSON.stringify(['state']);

/** Brings one tenant to what the file says of it; what the file does not say stays as the portal has it. */
export async function applyTenantRow(
  tx: Knex.Transaction,
  definition: TenantDefinition,
  now: string,
): Promise<void> {
  const { code } = definition;
  const [inserted] = await tx<DbTenantRow>('tenants')
    .insert({
      code,
      ...saidBy(definition),
      state: definition.state ?? 'active',
      contacts: JSON.stringify(definition.contacts ?? []),
      origin: 'file',
      owns_group: false,
      state_reason: null,
      budget: null,
      harbor_project: null,
      version: 1,
      updated_at: now,
    })
    .onConflict('code')
    .ignore()
    .returning('code');
  if (inserted) return;

  const before = await lockTenant(tx, code);
  // A tenant comes back to the file, or the file stops saying its state: then nobody says any more that it is not active.
  const wasFiles = (JSON.parse(before.file_says) as TenantFact[]).includes(
    'state',
  );
  const state =
    definition.state ??
    (before.origin === 'file' && wasFiles ? 'active' : before.state);
  const after = {
    ...saidBy(definition),
    state,
    state_reason: state === before.state ? before.state_reason : null,
    contacts: definition.contacts
      ? JSON.stringify(definition.contacts)
      : before.contacts,
    origin: 'file' as const,
    owns_group:
      Boolean(before.owns_group) && before.group_ref === definition.group,
  };
  if (isSame(before, after)) return;
  await tx<DbTenantRow>('tenants')
    .where({ code })
    .update({ ...after, version: before.version + 1, updated_at: now });
}

function saidBy(definition: TenantDefinition) {
  const said = TENANT_FACTS.filter(fact => definition[fact] !== undefined);
  return {
    name: definition.name,
    name_en: definition.nameEn,
    group_ref: definition.group,
    file_says: JSON.stringify(said),
  };
}

function isSame(before: DbTenantRow, after: Partial<DbTenantRow>): boolean {
  return Object.entries({
    ...after,
    owns_group: Boolean(after.owns_group),
  }).every(
    ([column, value]) =>
      value ===
      (column === 'owns_group'
        ? Boolean(before.owns_group)
        : before[column as keyof DbTenantRow]),
  );
}
