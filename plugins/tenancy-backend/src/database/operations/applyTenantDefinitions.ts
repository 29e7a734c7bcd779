import type { Knex } from 'knex';
import { type QuotaKey } from '../../domain/quota';
import type { TenantDefinition } from '../../domain/tenantsFile';
import type { Quota, Resources } from '@caas/plugin-tenancy-common';
import {
  allocatedOf,
  hardOf,
  type DbMemberRow,
  type DbQuotaRow,
  type DbTenantRow,
} from '../tables';

/** A quota that the file wants smaller than what is allocated: it stays as it is. */
export type KeptQuota = QuotaKey &
  Pick<Quota, 'hard' | 'allocated'> & {
    /** Undefined when the file leaves the quota out. */
    wanted?: Resources;
  };

/** What a tenants file changed, beyond what it says. */
export type AppliedDefinitions = { closed: string[]; kept: KeptQuota[] };

/**
 * Brings tenants, members and quotas to what the tenants file says, in one transaction.
 *
 * Allocations may run at the same time. A quota is therefore lowered by one conditional UPDATE that only matches while
 * what is allocated still fits: it waits for an allocation that holds the row, and then looks again. Two replicas that
 * start at once take the tenants' rows in the order of the file, so the second waits for the first and changes nothing.
 *
 * Here a tenant's row is locked before its quotas, and `allocateNamespace` takes the quota first and the tenant's row
 * (by its foreign key) after it. That is no deadlock as long as the tenant's key is not among the columns written:
 * then this lock is FOR NO KEY UPDATE, which the foreign key's FOR KEY SHARE passes.
 */
export async function applyTenantDefinitions(
  knex: Knex,
  definitions: TenantDefinition[],
  now: string,
): Promise<AppliedDefinitions> {
  return knex.transaction(async tx => {
    const kept: KeptQuota[] = [];
    for (const definition of definitions) {
      await tx<DbTenantRow>('tenants')
        .insert({
          code: definition.code,
          name: definition.name,
          name_en: definition.nameEn,
          state: definition.state,
          group_ref: definition.group,
          contacts: JSON.stringify(definition.contacts),
          updated_at: now,
        })
        .onConflict('code')
        .merge([
          'name',
          'name_en',
          'state',
          'group_ref',
          'contacts',
          'updated_at',
        ]);
      await replaceMembers(tx, definition);
      kept.push(...(await applyQuotas(tx, definition, now)));
    }
    const closed = await tx<DbTenantRow>('tenants')
      .whereNotIn(
        'code',
        definitions.map(({ code }) => code),
      )
      .whereNot('state', 'closed')
      .update({ state: 'closed', updated_at: now })
      .returning('code');
    return { closed: closed.map(({ code }) => code).sort(), kept };
  });
}

async function replaceMembers(
  tx: Knex.Transaction,
  { code, members }: TenantDefinition,
): Promise<void> {
  await tx<DbMemberRow>('tenant_members').where('tenant', code).delete();
  if (members.length === 0) return;
  await tx<DbMemberRow>('tenant_members').insert(
    members.map(({ user, role }) => ({ tenant: code, user_ref: user, role })),
  );
}

async function applyQuotas(
  tx: Knex.Transaction,
  { code: tenant, quotas }: TenantDefinition,
  now: string,
): Promise<KeptQuota[]> {
  const kept: KeptQuota[] = [];
  for (const { cluster, environment, hard } of quotas) {
    const key = { tenant, cluster, environment };
    await tx<DbQuotaRow>('quotas')
      .insert({
        ...key,
        hard_cpu_millicores: hard.cpuMillicores,
        hard_memory_bytes: hard.memoryBytes,
        allocated_cpu_millicores: 0,
        allocated_memory_bytes: 0,
        updated_at: now,
      })
      .onConflict(['tenant', 'cluster', 'environment'])
      .ignore();
    const changed = await tx<DbQuotaRow>('quotas')
      .where(key)
      .where('allocated_cpu_millicores', '<=', hard.cpuMillicores)
      .where('allocated_memory_bytes', '<=', hard.memoryBytes)
      .update({
        hard_cpu_millicores: hard.cpuMillicores,
        hard_memory_bytes: hard.memoryBytes,
        updated_at: now,
      });
    if (!changed) kept.push({ ...(await figuresOf(tx, key)), wanted: hard });
  }
  const mentioned = new Set(quotas.map(quotaName));
  const stored = await tx<DbQuotaRow>('quotas').where('tenant', tenant);
  for (const row of stored.filter(quota => !mentioned.has(quotaName(quota)))) {
    const { cluster, environment } = row;
    const key = { tenant, cluster, environment };
    const deleted = await tx<DbQuotaRow>('quotas')
      .where({ ...key, allocated_cpu_millicores: 0, allocated_memory_bytes: 0 })
      .delete();
    if (!deleted) kept.push(await figuresOf(tx, key));
  }
  return kept;
}

async function figuresOf(
  tx: Knex.Transaction,
  key: QuotaKey,
): Promise<KeptQuota> {
  const row = (await tx<DbQuotaRow>('quotas').where(key).first())!;
  return { ...key, hard: hardOf(row), allocated: allocatedOf(row) };
}

function quotaName(quota: { cluster: string; environment: string }): string {
  return `${quota.environment}@${quota.cluster}`;
}
