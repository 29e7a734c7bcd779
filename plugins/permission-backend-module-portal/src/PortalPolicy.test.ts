import {
  AuthorizeResult,
  createPermission,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { approvalsPermissions } from '@caas/plugin-approvals-common';
import { auditPermissions } from '@caas/plugin-audit-common';
import { clustersPermissions } from '@caas/plugin-clusters-common';
import {
  CUSTOM_ROLE_PERMISSIONS,
  tenancyPermissions,
} from '@caas/plugin-tenancy-common';
import { maintenanceUsePermission } from './maintenance/permission';
import { PortalPolicy } from './PortalPolicy';
import { NO_ROLES, type RoleLookup, type Roles } from './RoleLookup';
import { PORTAL_TABLE } from './table';
import { stockPermissions } from './__testUtils__/stockPermissions';

const ours = [
  ...clustersPermissions,
  ...tenancyPermissions,
  ...approvalsPermissions,
  ...auditPermissions,
  maintenanceUsePermission,
];
const stock = stockPermissions();
const known = new Map<string, Permission>(
  [...ours, ...stock].map(permission => [permission.name, permission] as const),
);

const inLife = (role: Roles['tenants'][number]['roles'][number]): Roles => ({
  platformRoles: [],
  tenants: [{ code: 'life', roles: [role] }],
});
const everywhere = (role: Roles['platformRoles'][number]): Roles => ({
  platformRoles: [role],
  tenants: [],
});
const personas: Record<string, Roles> = {
  'plat-admin': everywhere('platform-admin'),
  'clu-admin': everywhere('cluster-admin'),
  auditor: everywhere('auditor'),
  'ten-admin': inLife('tenant-admin'),
  developer: inLife('developer'),
  operator: inLife('operator'),
  viewer: inLife('viewer'),
  'two-tens': {
    platformRoles: [],
    tenants: [
      { code: 'life', roles: ['viewer'] },
      { code: 'property', roles: ['viewer', 'tenant-admin'] },
    ],
  },
  'no role': NO_ROLES,
  // One role of the tenant's own making, in which somebody has also written what no such role can hold.
  custom: {
    platformRoles: [],
    tenants: [
      {
        code: 'life',
        roles: [],
        permissions: [
          'tenancy.tenant.read',
          'tenancy.custom-role.update',
          'clusters.workload.scale',
          'clusters.pod-log.read',
          'approvals.request.create',
          'approvals.request.decide',
          'tenancy.tenant.set-state',
          'tenancy.tenant.create',
          'clusters.node.drain',
          'portal.maintenance.use',
        ],
      },
    ],
  },
};

/**
 * What is expected, written by hand. `all` and `–` are allow and deny. Otherwise the rows: `life`, `prop` and `both`
 * are tenants, `me` is rows that name the person, `open` is entities that are no tenant's alone.
 */
const EXPECTED = `
permission                          | plat-admin | clu-admin | auditor | ten-admin | developer | operator  | viewer    | two-tens  | no role | custom
clusters.cluster.read               | all        | all       | all     | all       | all       | all       | all       | all       | –       | –
clusters.cluster.register           | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
clusters.cluster.update             | all        | all       | –       | –         | –         | –         | –         | –         | –       | –
clusters.cluster.delete             | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
clusters.namespace.read             | all        | all       | all     | life      | life      | life      | life      | both      | –       | –
clusters.node.read                  | all        | all       | all     | –         | –         | –         | –         | –         | –       | –
clusters.workload.read              | all        | all       | all     | life      | life      | life      | life      | both      | –       | –
clusters.pod-log.read               | all        | all       | –       | life      | life      | life      | –         | prop      | –       | life
clusters.workload.restart           | all        | all       | –       | life      | life      | life      | –         | prop      | –       | –
clusters.workload.scale             | all        | all       | –       | life      | life      | life      | –         | prop      | –       | life
clusters.node.cordon                | all        | all       | –       | –         | –         | –         | –         | –         | –       | –
clusters.node.drain                 | all        | all       | –       | –         | –         | –         | –         | –         | –       | –
clusters.node.label                 | all        | all       | –       | –         | –         | –         | –         | –         | –       | –
clusters.node.taint                 | all        | all       | –       | –         | –         | –         | –         | –         | –       | –
clusters.apply-set.read             | all        | all       | all     | life      | life      | life      | life      | both      | –       | –
kubernetes.clusters.read            | all        | all       | all     | –         | –         | –         | –         | –         | –       | –
kubernetes.resources.read           | all        | all       | all     | –         | –         | –         | –         | –         | –       | –
kubernetes.proxy                    | all        | all       | –       | –         | –         | –         | –         | –         | –       | –
tenancy.tenant.read                 | all        | all       | all     | life      | life      | life      | life      | both      | –       | life
tenancy.tenant.create               | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
tenancy.tenant.set-state            | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
tenancy.tenant.update               | all        | –         | –       | life      | –         | –         | –         | prop      | –       | –
tenancy.member.update               | all        | –         | –       | life      | –         | –         | –         | prop      | –       | –
tenancy.custom-role.update          | all        | –         | –       | life      | –         | –         | –         | prop      | –       | life
tenancy.department.update           | all        | –         | –       | life      | –         | –         | –         | prop      | –       | –
tenancy.namespace.read              | all        | all       | all     | life      | life      | life      | life      | both      | –       | –
tenancy.namespace-export.read       | all        | –         | –       | life      | –         | –         | –         | prop      | –       | –
approvals.request.read              | all        | me        | all     | life+me   | life+me   | life+me   | life+me   | both+me   | me      | me
approvals.request.create            | –          | –         | –       | life      | life      | life      | –         | prop      | –       | life
approvals.request.update            | me         | me        | me      | me        | me        | me        | me        | me        | me      | me
approvals.request.decide            | all        | me        | me      | life+me   | me        | me        | me        | prop+me   | me      | me
approvals.request.retry             | all        | –         | –       | life      | –         | –         | –         | prop      | –       | –
approvals.request.cancel            | all        | –         | –       | life      | –         | –         | –         | prop      | –       | –
approvals.policy.read               | all        | all       | all     | all       | –         | –         | –         | all       | –       | –
approvals.policy.try                | all        | –         | all     | –         | –         | –         | –         | –         | –       | –
audit.event.read                    | all        | –         | all     | –         | –         | –         | –         | –         | –       | –
catalog.entity.read                 | all        | all       | all     | open+life | open+life | open+life | open+life | open+both | open    | open
catalog.entity.create               | all        | –         | –       | all       | all       | –         | –         | all       | –       | –
catalog.location.create             | all        | –         | –       | all       | all       | –         | –         | all       | –       | –
catalog.entity.refresh              | all        | me        | me      | me        | me        | me        | me        | me        | me      | me
catalog.entity.delete               | all        | me        | me      | me        | me        | me        | me        | me        | me      | me
catalog.entity.validate             | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
catalog.location.read               | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
catalog.location.delete             | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
catalog.location.analyze            | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
catalog.ingestion.read              | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
catalog.ingestion.manage            | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
scaffolder.template.parameter.read  | all        | all       | all     | all       | all       | all       | all       | all       | all     | all
scaffolder.template.step.read       | all        | all       | all     | all       | all       | all       | all       | all       | all     | all
scaffolder.template.management      | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
scaffolder.template.dry-run         | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
scaffolder.action.execute           | all        | –         | –       | all       | all       | –         | –         | all       | –       | –
scaffolder.task.create              | all        | –         | –       | all       | all       | –         | –         | all       | –       | –
scaffolder.task.read                | all        | me        | all     | me        | me        | me        | me        | me        | me      | me
scaffolder.task.cancel              | all        | me        | me      | me        | me        | me        | me        | me        | me      | me
portal.maintenance.use              | all        | –         | –       | –         | –         | –         | –         | –         | –       | –
`;

const [[, ...columns], ...lines] = EXPECTED.trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));
const cells = lines.flatMap(([permission, ...expected]) =>
  expected.map((cell, index) => [permission, columns[index], cell] as const),
);

const ME = 'user:default/mei';
const MY_GROUP = 'group:default/life-claims';
const asUser = {
  credentials: mockCredentials.user(ME),
  info: { userEntityRef: ME, ownershipEntityRefs: [ME, MY_GROUP] },
} as never;
const knowing = (roles: Roles): RoleLookup => ({ rolesOf: async () => roles });

const rule = (name: string, params: object) =>
  JSON.stringify({ rule: name, params });
const labelled = (value: string) =>
  rule('HAS_LABEL', { label: 'caas.io/tenant', value });
const WORDS: Record<string, string> = {
  [rule('IN_TENANTS', { tenants: ['life'] })]: 'life',
  [rule('IN_TENANTS', { tenants: ['property'] })]: 'prop',
  [rule('IN_TENANTS', { tenants: ['life', 'property'] })]: 'both',
  [rule('INVOLVES', { users: [ME] })]: 'me',
  [rule('IS_TASK_OWNER', { createdBy: [ME] })]: 'me',
  [rule('IS_ENTITY_OWNER', { claims: [ME, MY_GROUP] })]: 'me',
  [labelled('life')]: 'life',
  [`{"anyOf":[${labelled('life')},${labelled('property')}]}`]: 'both',
  [`{"not":${rule('HAS_LABEL', { label: 'caas.io/tenant' })}}`]: 'open',
};

/** Says a decision in the words of the table above. */
function describeDecision(
  permission: Permission,
  decision: PolicyDecision,
): string {
  if (decision.result !== AuthorizeResult.CONDITIONAL) {
    return decision.result === AuthorizeResult.ALLOW ? 'all' : '–';
  }
  const { pluginId, resourceType, conditions } = decision;
  if (
    pluginId !== permission.name.split('.')[0] ||
    !isResourcePermission(permission, resourceType)
  ) {
    return `for ${pluginId} about ${resourceType}`;
  }
  return (conditions as { anyOf: object[] }).anyOf
    .map(part => {
      const text = JSON.stringify(part, (key, value) =>
        key === 'resourceType' ? undefined : value,
      );
      return WORDS[text] ?? text;
    })
    .join('+');
}

describe('the table', () => {
  it.each(cells)('%s for %s: %s', async (name, persona, expected) => {
    const permission = known.get(name)!;
    const decision = await new PortalPolicy(knowing(personas[persona])).handle(
      { permission },
      asUser,
    );
    expect(describeDecision(permission, decision)).toBe(expected);
  });

  it('is expected above for every permission of ours and of the stock plugins', () => {
    expect(lines.map(([name]) => name).sort()).toEqual(
      [...known.keys()].sort(),
    );
  });

  it('has one row for every permission of ours and of the stock plugins, and no other', () => {
    expect(
      PORTAL_TABLE.map(({ permission }) => permission.name).sort(),
    ).toEqual([...ours, ...stock].map(({ name }) => name).sort());
  });
});

describe('what a custom role can hold', () => {
  it('is about what a tenant owns, and is what built-in roles of tenants hold too', () => {
    const rows = CUSTOM_ROLE_PERMISSIONS.map(({ name }) =>
      PORTAL_TABLE.find(({ permission }) => permission.name === name),
    );
    for (const row of rows) {
      expect(isResourcePermission(row!.permission)).toBe(true);
      expect(row!.tenant).toContain('tenant-admin');
    }
    expect(rows.map(row => row!.permission.name)).not.toContain(
      'approvals.request.decide',
    );
  });
});

describe('what is not in the table', () => {
  const foreign = createPermission({
    name: 'weather.forecast.read',
    attributes: {},
  });

  it.each([
    ['plat-admin', AuthorizeResult.ALLOW],
    ['clu-admin', AuthorizeResult.DENY],
    ['ten-admin', AuthorizeResult.DENY],
    ['no role', AuthorizeResult.DENY],
  ])('for %s: %s', async (persona, result) => {
    const policy = new PortalPolicy(knowing(personas[persona]));
    await expect(
      policy.handle({ permission: foreign }, asUser),
    ).resolves.toEqual({ result });
  });
});

describe('whoever is not signed in', () => {
  it.each(lines.map(([name]) => name))('is denied %s', async name => {
    const policy = new PortalPolicy(knowing(personas['plat-admin']));
    await expect(
      policy.handle({ permission: known.get(name)! }),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });
});

it.each([
  [
    'a row permission sent as a basic one',
    { type: 'basic', name: 'clusters.namespace.read', attributes: {} },
  ],
  [
    'a permission sent for another resource type',
    {
      type: 'resource',
      name: 'clusters.namespace.read',
      attributes: {},
      resourceType: 'approvals-request',
    },
  ],
])('denies %s', async (_what, permission) => {
  const policy = new PortalPolicy(knowing(personas['plat-admin']));
  await expect(
    policy.handle({ permission: permission as Permission }, asUser),
  ).resolves.toEqual({ result: AuthorizeResult.DENY });
});
