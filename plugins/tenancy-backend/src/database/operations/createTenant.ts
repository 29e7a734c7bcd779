import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { NewTenant } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { DbMemberRow, DbTenantRow } from '../tables';

/** A tenant to be made, with what the service has found out about it. */
export type TenantToMake = Omit<NewTenant, 'group'> & {
  group: string;
  ownsGroup: boolean;
  /** Who makes it. */
  by: string;
};

/**
 * Makes a tenant with its first administrators, in one transaction.
 *
 * @throws ConflictError when the code is taken.
 */
export async function createTenant(
  knex: Knex,
  asked: TenantToMake,
  now: string,
): Promise<void> {
  try {
    await knex.transaction(async tx => {
      const other = await tx<DbTenantRow>('tenants')
        .where('group_ref', asked.group)
        .first();
      if (other) {
        throw inBothLanguages(ConflictError, {
          'zh-CN': `group: “${asked.group}”已经是租户“${other.code}”。请选择其他组`,
          en: `group: '${asked.group}' is tenant '${other.code}' already. Choose another group`,
        });
      }
      await tx<DbTenantRow>('tenants').insert({
        code: asked.code,
        name: asked.name,
        name_en: asked.nameEn,
        state: 'active',
        state_reason: null,
        group_ref: asked.group,
        owns_group: asked.ownsGroup,
        contacts: JSON.stringify(asked.contacts),
        origin: 'portal',
        file_says: '[]',
        budget: asked.budget ?? null,
        harbor_project: asked.harborProject ?? null,
        version: 1,
        updated_at: now,
      });
      await tx<DbMemberRow>('tenant_members').insert(
        asked.admins.map(user => ({
          tenant: asked.code,
          user_ref: user,
          role: 'tenant-admin',
          origin: 'portal',
          given_by: asked.by,
          given_at: now,
        })),
      );
    });
  } catch (error) {
    if (!isDatabaseConflictError(error)) throw error;
    throw inBothLanguages(ConflictError, {
      'zh-CN': `code: 已有租户“${asked.code}”。请换一个编码`,
      en: `code: there already is a tenant '${asked.code}'. Choose another code`,
    });
  }
}
