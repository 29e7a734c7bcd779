import { ConflictError } from '@backstage/errors';
import type { TenantChange, TenantFact } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { tenantNamed } from '../../domain/tenant';
import { assertVersion } from '../../domain/versions';
import type { DbTenantRow } from '../tables';
import { lockOpenTenant } from './lockTenant';

/**
 * Changes what a tenant is called and so on, if nobody was faster.
 *
 * @throws ConflictError when the tenant has another version, is closed, or the tenants file says what is to change.
 */
export async function changeTenant(
  knex: Knex,
  change: TenantChange,
  now: string,
): Promise<void> {
  const { code, version } = change;
  await knex.transaction(async tx => {
    const before = await lockOpenTenant(tx, code);
    assertVersion(tenantNamed(code), before.version, version);
    const after = {
      name: change.name ?? before.name,
      name_en: change.nameEn ?? before.name_en,
      contacts: change.contacts
        ? JSON.stringify(change.contacts)
        : before.contacts,
    };
    assertFileIsSilent(before, 'name', before.name !== after.name);
    assertFileIsSilent(before, 'nameEn', before.name_en !== after.name_en);
    assertFileIsSilent(before, 'contacts', before.contacts !== after.contacts);
    await tx<DbTenantRow>('tenants')
      .where({ code })
      .update({
        ...after,
        budget: change.budget === undefined ? before.budget : change.budget,
        harbor_project:
          change.harborProject === undefined
            ? before.harbor_project
            : change.harborProject,
        version: version + 1,
        updated_at: now,
      });
  });
}

/** The tenants file would say it again at the next start. */
export function assertFileIsSilent(
  tenant: DbTenantRow,
  fact: TenantFact,
  isChanging: boolean,
): void {
  const said = JSON.parse(tenant.file_says) as TenantFact[];
  if (!isChanging || !said.includes(fact)) return;
  throw inBothLanguages(ConflictError, {
    'zh-CN': `${fact}: 租户“${tenant.code}”的此项由租户文件规定，不能在此修改。请修改该文件，或请平台管理员从文件中移除`,
    en: `${fact}: the tenants file says this of tenant '${tenant.code}', so it cannot be changed here. Change it in the file, or have a platform administrator take it out of there`,
  });
}
