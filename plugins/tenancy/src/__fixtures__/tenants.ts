import type {
  Memberships,
  Namespace,
  Quota,
  TenantDetail,
} from '@caas/plugin-tenancy-common';

const GIB = 2 ** 30;

const pool = (
  cluster: string,
  environment: Quota['environment'],
  allocatedCores: number,
  requestedCores: number,
): Quota => ({
  cluster,
  environment,
  hard: { cpuMillicores: 16_000, memoryBytes: 32 * GIB },
  allocated: {
    cpuMillicores: allocatedCores * 1000,
    memoryBytes: allocatedCores * 2 * GIB,
  },
  requested: {
    cpuMillicores: requestedCores * 1000,
    memoryBytes: requestedCores * 2 * GIB,
  },
});

/** Life insurance as one of its developers sees it. */
export const life: TenantDetail = {
  code: 'life',
  name: '寿险',
  nameEn: 'Life insurance',
  state: 'active',
  group: 'group:default/life',
  contacts: ['user:default/wang-fang'],
  myRoles: ['developer'],
  namespaceCount: 2,
  members: [
    { user: 'user:default/wang-fang', role: 'tenant-admin' },
    { user: 'user:default/li-wei', role: 'developer' },
  ],
  quotas: [pool('nonprod', 'dev', 14, 1), pool('prod', 'prod', 4, 0)],
};

export const property: TenantDetail = {
  ...life,
  code: 'property',
  name: '财险',
  nameEn: 'Property insurance',
  state: 'suspended',
  group: 'group:default/property',
  contacts: [],
  myRoles: [],
  namespaceCount: 0,
  members: [],
  quotas: [],
};

export const namespaces: Namespace[] = [
  {
    id: 'ns-1',
    name: 'life-billing-dev',
    tenant: 'life',
    cluster: 'nonprod',
    environment: 'dev',
    resources: { cpuMillicores: 2000, memoryBytes: 4 * GIB },
    purpose: '保费计费系统开发环境',
    state: 'ready',
    requestId: 'req-1',
    requester: 'user:default/li-wei',
    createdAt: '2026-11-20T01:00:00.000Z',
  },
  {
    id: 'ns-2',
    name: 'life-claims-dev',
    tenant: 'life',
    cluster: 'nonprod',
    environment: 'dev',
    resources: { cpuMillicores: 500, memoryBytes: GIB },
    purpose: '理赔系统开发环境',
    state: 'failed',
    message: "The cluster refused namespace 'life-claims-dev'",
    requestId: 'req-2',
    requester: 'user:default/li-wei',
    createdAt: '2026-11-20T02:00:00.000Z',
  },
];

export const liWei: Memberships = {
  user: 'user:default/li-wei',
  platformRoles: [],
  tenants: [
    {
      code: 'life',
      name: '寿险',
      nameEn: 'Life insurance',
      roles: ['developer'],
    },
  ],
};
