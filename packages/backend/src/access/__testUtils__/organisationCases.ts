import { unknownOr, type Case } from './caseParts';
import type { OperationName } from './operations';

type OrganisationOperation = Extract<
  OperationName,
  | `tenancy.tenants.${'create' | 'update' | 'setState'}`
  | `tenancy.members.${string}`
  | `tenancy.departments.${string}`
  | `tenancy.roles.${string}`
  | `tenancy.access.${string}`
>;

/** A custom role that each tenant has. */
export const CUSTOM_ROLE = 'access-role';

const NOBODY = 'user:default/nobody-of-the-catalog';
/** Of an edit that somebody else has overtaken. */
const STALE = 999_999;

/** How each operation on tenants and the people in them is called. None of the calls changes anything. */
export const ORGANISATION_CASES: {
  [Name in OrganisationOperation]: Case<Name>;
} = {
  'tenancy.tenants.create': {
    about: 'nothing',
    input: () => ({
      code: 'access-tenant',
      name: '租户',
      nameEn: 'Tenant',
      admins: [NOBODY],
    }),
    status: 400,
  },
  'tenancy.tenants.update': {
    about: 'change',
    input: target => ({
      code: unknownOr(target),
      version: STALE,
      name: '租户',
    }),
    status: 409,
  },
  'tenancy.tenants.setState': {
    about: 'change',
    input: target => ({
      code: unknownOr(target),
      version: STALE,
      state: 'suspended',
      reason: 'To see who may suspend',
    }),
    status: 409,
  },
  'tenancy.members.add': {
    about: 'change',
    input: target => ({
      code: unknownOr(target),
      user: NOBODY,
      role: 'viewer',
    }),
    status: 400,
  },
  'tenancy.members.remove': {
    about: 'change',
    input: target => ({
      code: unknownOr(target),
      user: NOBODY,
      role: 'viewer',
    }),
  },
  'tenancy.members.place': {
    about: 'change',
    input: target => ({
      code: unknownOr(target),
      user: NOBODY,
      department: null,
    }),
    status: 404,
  },
  'tenancy.departments.list': {
    about: 'row',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'tenancy.departments.create': {
    about: 'change',
    input: target => ({
      tenant: unknownOr(target),
      code: 'access-department',
      name: '部门',
      nameEn: 'Department',
      parent: 'there-is-none',
    }),
    status: 400,
  },
  'tenancy.departments.update': {
    about: 'change',
    input: target => ({
      tenant: unknownOr(target),
      code: 'there-is-none',
      version: 1,
      name: '部门',
    }),
    status: 404,
  },
  'tenancy.departments.delete': {
    about: 'change',
    input: target => ({
      tenant: unknownOr(target),
      code: 'there-is-none',
      version: 1,
    }),
    status: 404,
  },
  'tenancy.roles.list': {
    about: 'row',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'tenancy.roles.create': {
    about: 'change',
    input: target => ({
      tenant: unknownOr(target),
      code: CUSTOM_ROLE,
      name: '角色',
      nameEn: 'Role',
      permissions: ['tenancy.tenant.read'],
    }),
    status: 409,
  },
  'tenancy.roles.update': {
    about: 'change',
    input: target => ({
      tenant: unknownOr(target),
      code: CUSTOM_ROLE,
      version: STALE,
      name: '角色',
    }),
    status: 409,
  },
  'tenancy.roles.delete': {
    about: 'change',
    input: target => ({
      tenant: unknownOr(target),
      code: CUSTOM_ROLE,
      version: STALE,
    }),
    status: 409,
  },
  'tenancy.access.explain': {
    about: 'row',
    input: target => ({ code: unknownOr(target) }),
  },
};
