import type {
  CustomRole,
  Department,
  PersonAccess,
} from '@caas/plugin-tenancy-common';

/**
 * The people of life insurance, with every reason that there is to have a role, and one who has left.
 *
 * @public
 */
export const people: PersonAccess[] = [
  {
    user: 'user:default/wang-fang',
    isKnown: true,
    roles: [
      {
        role: 'tenant-admin',
        reasons: [
          { source: 'file' },
          { source: 'claimed-group', group: 'CN=life-admins,OU=groups' },
        ],
      },
    ],
    customRoles: [],
  },
  {
    user: 'user:default/li-wei',
    isKnown: true,
    department: 'life-policy',
    roles: [
      {
        role: 'developer',
        reasons: [
          {
            source: 'portal',
            givenBy: 'user:default/wang-fang',
            givenAt: '2026-11-20T01:00:00.000Z',
          },
          { source: 'catalog-group', group: 'group:default/life' },
        ],
      },
    ],
    customRoles: [
      {
        code: 'releaser',
        name: '发布人员',
        nameEn: 'Releaser',
        reasons: [
          {
            source: 'portal',
            givenBy: 'user:default/wang-fang',
            givenAt: '2026-11-21T01:00:00.000Z',
          },
        ],
      },
    ],
  },
  {
    user: 'user:default/gone',
    isKnown: false,
    roles: [{ role: 'viewer', reasons: [{ source: 'file' }] }],
    customRoles: [],
  },
];

/**
 * The organisation tree of life insurance.
 *
 * @public
 */
export const departments: Department[] = [
  {
    tenant: 'life',
    code: 'life-policy',
    name: '寿险保单部',
    nameEn: 'Policy department',
    memberCount: 1,
    version: 1,
  },
  {
    tenant: 'life',
    code: 'life-policy-core',
    name: '保单核心组',
    nameEn: 'Policy core team',
    parent: 'life-policy',
    memberCount: 0,
    version: 3,
  },
  {
    tenant: 'life',
    code: 'life-channel',
    name: '寿险渠道部',
    nameEn: 'Channel department',
    memberCount: 4,
    version: 1,
  },
];

/**
 * The roles that life insurance has made.
 *
 * @public
 */
export const customRoles: CustomRole[] = [
  {
    tenant: 'life',
    code: 'releaser',
    name: '发布人员',
    nameEn: 'Releaser',
    permissions: ['clusters.workload.read', 'clusters.workload.restart'],
    memberCount: 1,
    version: 2,
    updatedAt: '2026-11-21T01:00:00.000Z',
  },
  {
    tenant: 'life',
    code: 'observer',
    name: '观察人员',
    nameEn: 'Observer',
    permissions: ['tenancy.namespace.read', 'approvals.request.read'],
    memberCount: 0,
    version: 1,
    updatedAt: '2026-11-21T01:00:00.000Z',
  },
];
