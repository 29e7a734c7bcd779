import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { Membership } from '../MemberStore';
import type {
  DbMemberCustomRoleRow,
  DbMemberDepartmentRow,
} from '../organisationTables';
import type { DbMemberRow } from '../tables';
import { lockTenant } from './lockTenant';

/**
 * Takes a role from a person, under the lock of the tenant: of two administrators who remove each other at once, the
 * second finds that they would be the last one.
 *
 * @throws ConflictError when the tenants file says it, or it is the last tenant administrator.
 */
export async function removeMember(
  knex: Knex,
  membership: Membership,
): Promise<void> {
  const { tenant, user } = membership;
  const held = { tenant, user_ref: user };
  await knex.transaction(async tx => {
    await lockTenant(tx, tenant);
    if ('role' in membership) {
      const { role } = membership;
      const rows = await tx<DbMemberRow>('tenant_members')
        .where({ ...held, role })
        .select('origin');
      if (rows.length === 0) return;
      if (rows.some(({ origin }) => origin === 'file')) {
        throw inBothLanguages(ConflictError, {
          'zh-CN': `“${user}”在租户“${tenant}”的角色 ${role} 由租户文件授予，不能在此收回。请修改该文件`,
          en: `The tenants file makes '${user}' a ${role} of tenant '${tenant}', so it cannot be taken away here. Take it out of the file`,
        });
      }
      if (role === 'tenant-admin') await assertNotLast(tx, tenant, user);
      await tx<DbMemberRow>('tenant_members')
        .where({ ...held, role, origin: 'portal' })
        .delete();
    } else {
      await tx<DbMemberCustomRoleRow>('member_custom_roles')
        .where({ ...held, role: membership.customRole })
        .delete();
    }
    await leaveDepartment(tx, held);
  });
}

async function assertNotLast(
  tx: Knex.Transaction,
  tenant: string,
  user: string,
): Promise<void> {
  const other = await tx<DbMemberRow>('tenant_members')
    .where({ tenant, role: 'tenant-admin' })
    .whereNot('user_ref', user)
    .first();
  if (other) return;
  throw inBothLanguages(ConflictError, {
    'zh-CN': `“${user}”是租户“${tenant}”的最后一名租户管理员。请先指定其他租户管理员`,
    en: `'${user}' is the last tenant administrator of tenant '${tenant}'. Make somebody else one first`,
  });
}

/** Whoever has no role any more is in no department. */
async function leaveDepartment(
  tx: Knex.Transaction,
  held: { tenant: string; user_ref: string },
): Promise<void> {
  const role = await tx<DbMemberRow>('tenant_members').where(held).first();
  const custom = await tx<DbMemberCustomRoleRow>('member_custom_roles')
    .where(held)
    .first();
  if (role || custom) return;
  await tx<DbMemberDepartmentRow>('member_departments').where(held).delete();
}
