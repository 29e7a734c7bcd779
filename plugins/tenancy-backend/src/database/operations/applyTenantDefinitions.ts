import type { Knex } from 'knex';
import { type QuotaKey } from '../../domain/quota';
import type { TenantDefinition } from '../../domain/tenantsFile';
import {
  NO_RESOURCES,
  type Quota,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { applyTenantRow, SAYS_CLOSED } from './applyTenantRow';
import {
  allocatedColumns,
  allocatedOf,
  hardColumns,
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
 * Brings tenants, members and quotas to what the tenants file says, in one transaction. What the portal made stays:
 * tenants that were never in the file, members whom somebody gave a role, quotas that a request changed.
 *
 * Allocations may run at the same time. A quota is therefore lowered by one conditional UPDATE that only matches while
 * what is allocated still fits: it waits for an allocation that holds the row, and then looks again. Two replicas that
 * start at once take the tenants' rows in the order of the file, so the second waits for the first and changes nothing.
 *
 * Here a tenant's row is locked before its quotas, and `allocateNamespaces` takes the quota first and the tenant's row
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
      await applyTenantRow(tx, definition, now);
      await replaceMembers(tx, definition);
      kept.push(...(await applyQuotas(tx, definition, now)));
    }
    const closed = await tx<DbTenantRow>('tenants')
      .whereNotIn(
        'code',
        definitions.map(({ code }) => code),
      )
      .where('origin', 'file')
      .whereNot('state', 'closed')
      .update({
        state: 'closed',
        state_reason: null,
        file_says: SAYS_CLOSED,
        version: tx.raw('version + 1'),
        updated_at: now,
      })
      .returning('code');
    return { closed: closed.map(({ code }) => code).sort(), kept };
  });
}

async function replaceMembers(
  tx: Knex.Transaction,
  { code, members }: TenantDefinition,
): Promise<void> {
  await tx<DbMemberRow>('tenant_members')
    .where({ tenant: code, origin: 'file' })
    .delete();
  if (members.length === 0) return;
  await tx<DbMemberRow>('tenant_members').insert(
    members.map(({ user, role }) => ({
      tenant: code,
      user_ref: user,
      role,
      origin: 'file',
    })),
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
        ...hardColumns(hard),
        ...allocatedColumns(NO_RESOURCES),
        origin: 'file',
        updated_at: now,
      })
      .onConflict(['tenant', 'cluster', 'environment'])
      .ignore();
    const changed = await tx<DbQuotaRow>('quotas')
      .where({ ...key, origin: 'file' })
      .modify(query => {
        for (const [column, amount] of Object.entries(allocatedColumns(hard))) {
          query.where(column, '<=', amount);
        }
      })
      .update({ ...hardColumns(hard), updated_at: now });
    if (changed) continue;
    const figures = await figuresOf(tx, key);
    if (figures) kept.push({ ...figures, wanted: hard });
  }
  const mentioned = new Set(quotas.map(quotaName));
  const stored = await tx<DbQuotaRow>('quotas').where('tenant', tenant);
  for (const row of stored.filter(quota => !mentioned.has(quotaName(quota)))) {
    const { cluster, environment } = row;
    const key = { tenant, cluster, environment };
    const deleted = await tx<DbQuotaRow>('quotas')
      .where({ ...key, origin: 'file', ...allocatedColumns(NO_RESOURCES) })
      .delete();
    const figures = deleted ? undefined : await figuresOf(tx, key);
    if (figures) kept.push(figures);
  }
  return kept;
}

/** What a quota of the file holds; undefined for one that the portal has changed, which the file no longer rules. */
async function figuresOf(
  tx: Knex.Transaction,
  key: QuotaKey,
): Promise<KeptQuota | undefined> {
  const row = await tx<DbQuotaRow>('quotas')
    .where({ ...key, origin: 'file' })
    .first();
  return row && { ...key, hard: hardOf(row), allocated: allocatedOf(row) };
}

function quotaName(quota: { cluster: string; environment: string }): string {
  return `${quota.environment}@${quota.cluster}`;
}
