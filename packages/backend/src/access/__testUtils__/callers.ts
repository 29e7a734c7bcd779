import type {
  CustomRolePermission,
  PlatformRole,
  TenantRole,
} from '@caas/plugin-tenancy-common';
import { CUSTOM_ROLE_HOLDER } from './PeopleFile';

/** The two tenants of the catalog. */
export const TENANTS = ['life', 'property'] as const;
export type Tenant = (typeof TENANTS)[number];

/** Who calls, and the roles that the tenants file and the configuration give them. */
export type CallerFacts = {
  /** Undefined for whoever is not a person. */
  ref?: string;
  platform?: PlatformRole;
  tenant?: { code: Tenant; role: TenantRole };
  /** What a role of the tenant's own making gives, to somebody without any other role. */
  custom?: { code: Tenant; permissions: CustomRolePermission[] };
};

export const CALLERS = {
  'developer of life': {
    ref: 'user:default/li-wei',
    tenant: { code: 'life', role: 'developer' },
  },
  'tenant admin of life': {
    ref: 'user:default/wang-fang',
    tenant: { code: 'life', role: 'tenant-admin' },
  },
  'developer of property': {
    ref: 'user:default/zhang-min',
    tenant: { code: 'property', role: 'developer' },
  },
  'tenant admin of property': {
    ref: 'user:default/zhao-lei',
    tenant: { code: 'property', role: 'tenant-admin' },
  },
  'custom role of life': {
    ref: CUSTOM_ROLE_HOLDER,
    custom: {
      code: 'life',
      permissions: [
        'tenancy.tenant.read',
        'approvals.request.read',
        'clusters.workload.read',
        'clusters.workload.scale',
      ],
    },
  },
  'platform admin': {
    ref: 'user:default/chen-jing',
    platform: 'platform-admin',
  },
  'second platform admin': {
    ref: 'user:default/zhou-tao',
    platform: 'platform-admin',
  },
  auditor: { ref: 'user:default/liu-yang', platform: 'auditor' },
  'a foreign service': {},
  nobody: {},
  'a forged token': {},
} satisfies Record<string, CallerFacts>;

export type Caller = keyof typeof CALLERS;

/** Every caller, with the type that all of them share. */
export const callerFacts = (caller: Caller): CallerFacts => CALLERS[caller];

/** Whether the caller can sign in as a person. */
export function isPerson(
  caller: Caller,
): caller is Exclude<
  Caller,
  'a foreign service' | 'nobody' | 'a forged token'
> {
  return callerFacts(caller).ref !== undefined;
}
