import { usualResources, type Resources } from '@caas/plugin-tenancy-common';
import type { TenantDefinition } from '../domain/tenantsFile';

const GIBIBYTE = 2 ** 30;

/** Cores and GiB, with the usual storage, pods and volume claims. */
export function amounts(cores: number, gibibytes: number): Resources {
  return usualResources({
    cpuMillicores: cores * 1000,
    memoryBytes: gibibytes * GIBIBYTE,
  });
}

/** Tenant `life` with 李伟 (developer), 王芳 (tenant admin) and a viewer; 8 cores and 16 GiB of nonprod/dev. */
export function lifeDefinition(
  changes: Partial<TenantDefinition> = {},
): TenantDefinition {
  return {
    code: 'life',
    name: '寿险',
    nameEn: 'Life insurance',
    state: 'active',
    group: 'group:default/life',
    contacts: ['user:default/wang-fang'],
    members: [
      { user: 'user:default/li-wei', role: 'developer' },
      { user: 'user:default/wang-fang', role: 'tenant-admin' },
      { user: 'user:default/wu-di', role: 'viewer' },
    ],
    quotas: [
      { cluster: 'nonprod', environment: 'dev', hard: amounts(8, 16) },
      { cluster: 'prod', environment: 'prod', hard: amounts(4, 8) },
    ],
    ...changes,
  };
}

/** Tenant `property` with 张敏 (developer) and 赵磊 (tenant admin). */
export function propertyDefinition(
  changes: Partial<TenantDefinition> = {},
): TenantDefinition {
  return {
    ...lifeDefinition(),
    code: 'property',
    name: '财险',
    nameEn: 'Property insurance',
    group: 'group:default/property',
    contacts: [],
    members: [
      { user: 'user:default/zhang-min', role: 'developer' },
      { user: 'user:default/zhao-lei', role: 'tenant-admin' },
    ],
    quotas: [{ cluster: 'nonprod', environment: 'dev', hard: amounts(8, 16) }],
    ...changes,
  };
}
