import {
  usualResources,
  type Memberships,
  type Namespace,
  type Quota,
  type TenantDetail,
} from '@caas/plugin-tenancy-common';

const GIB = 2 ** 30;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** So many days from now, as leases are looked at with the clock of the day. */
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY_MILLISECONDS).toISOString();

const size = (cores: number) =>
  usualResources({ cpuMillicores: cores * 1000, memoryBytes: cores * 2 * GIB });

const pool = (
  cluster: string,
  environment: Quota['environment'],
  allocatedCores: number,
  requestedCores: number,
): Quota => ({
  cluster,
  environment,
  hard: size(16),
  allocated: size(allocatedCores),
  requested: size(requestedCores),
});

/**
 * Life insurance as one of its developers sees it.
 *
 * @public
 */
export const life: TenantDetail = {
  code: 'life',
  name: '寿险',
  nameEn: 'Life insurance',
  state: 'active',
  group: 'group:default/life',
  contacts: ['user:default/wang-fang'],
  origin: 'file',
  fileSays: ['name', 'nameEn', 'group', 'contacts'],
  version: 1,
  myRoles: ['developer'],
  namespaceCount: 2,
  members: [
    { user: 'user:default/wang-fang', role: 'tenant-admin' },
    { user: 'user:default/li-wei', role: 'developer' },
  ],
  quotas: [
    {
      ...pool('nonprod', 'dev', 14, 1),
      used: size(3),
      peak: { cpuMillicores: 9500, memoryBytes: 14 * GIB },
    },
    pool('prod', 'prod', 4, 0),
  ],
};

/**
 * A suspended tenant of which the developer is no member.
 *
 * @public
 */
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

/**
 * Namespaces of life insurance: one ready, whose lease ends soon, and one failed, whose lease is held.
 *
 * @public
 */
export const namespaces: Namespace[] = [
  {
    id: 'ns-1',
    name: 'life-billing-dev',
    tenant: 'life',
    cluster: 'nonprod',
    environment: 'dev',
    resources: size(2),
    purpose: '保费计费系统开发环境',
    state: 'ready',
    lease: {
      until: inDays(6.5),
      stage: 'reminded',
      nextAt: inDays(5.5),
      heldBy: [],
    },
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
    resources: size(0.5),
    purpose: '理赔系统开发环境',
    state: 'failed',
    message: {
      'zh-CN': '集群拒绝了命名空间“life-claims-dev”',
      en: "The cluster refused namespace 'life-claims-dev'",
    },
    lease: {
      until: inDays(-1.5),
      stage: 'grace',
      nextAt: inDays(2.5),
      heldBy: [
        {
          kind: 'HTTPRoute',
          name: 'property-portal/claims',
          reason: {
            'zh-CN': '它通向服务“claims-api”',
            en: "It leads to Service 'claims-api'",
          },
        },
      ],
      stoppedAt: inDays(-1.5),
    },
    requestId: 'req-2',
    requester: 'user:default/li-wei',
    createdAt: '2026-11-20T02:00:00.000Z',
  },
];

/**
 * A developer of life insurance.
 *
 * @public
 */
export const liWei: Memberships = {
  user: 'user:default/li-wei',
  platformRoles: [],
  tenants: [
    {
      code: 'life',
      name: '寿险',
      nameEn: 'Life insurance',
      roles: ['developer'],
      permissions: [],
    },
  ],
};
