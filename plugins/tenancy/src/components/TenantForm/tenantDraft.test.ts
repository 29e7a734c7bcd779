import { newTenant, tenantChange } from '@caas/plugin-tenancy-common';
import { life } from '@caas/plugin-tenancy-react/testing';
import {
  draftOf,
  EMPTY_TENANT,
  toNewTenant,
  toTenantChange,
} from './tenantDraft';

it('sends nothing that the tenants file says', () => {
  const tenant = {
    ...life,
    fileSays: ['name', 'nameEn', 'group', 'contacts'] as typeof life.fileSays,
  };
  const change = toTenantChange({ ...draftOf(tenant), budget: 5000 }, tenant);
  expect(change).toEqual({
    code: 'life',
    version: tenant.version,
    budget: 5000,
    harborProject: null,
  });
  expect(tenantChange.safeParse(change).success).toBe(true);
});

it('takes away what the person has emptied', () => {
  const tenant = { ...life, fileSays: [], budget: 5000, harborProject: 'life' };
  const draft = { ...draftOf(tenant), budget: NaN, harborProject: ' ' };
  expect(toTenantChange(draft, tenant)).toMatchObject({
    budget: null,
    harborProject: null,
  });
});

it('asks for everything that a new tenant needs', () => {
  const { error } = newTenant.safeParse(toNewTenant(EMPTY_TENANT));
  const fields = error?.issues.map(({ path }) => path[0]);
  expect(new Set(fields)).toEqual(
    new Set(['code', 'name', 'nameEn', 'admins']),
  );
});
