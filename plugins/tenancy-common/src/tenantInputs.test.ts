import type { z } from 'zod';
import { customRoleChange, newCustomRole } from './customRoles';
import { newTenant, tenantChange, tenantStateChange } from './tenantInputs';

const problems = (schema: z.ZodType, input: unknown) =>
  (schema.safeParse(input).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

const tenant = {
  code: 'motor',
  name: '车险',
  nameEn: 'Motor',
  admins: ['user:default/wang-fang'],
};
const role = {
  tenant: 'life',
  code: 'on-call',
  name: '值班',
  nameEn: 'On call',
  permissions: ['clusters.pod-log.read'],
};

describe('a tenant to be made', () => {
  it('has no contacts unless they are named', () => {
    expect(newTenant.parse(tenant)).toEqual({ ...tenant, contacts: [] });
  });

  it.each([
    ['code', '', 'Write a tenant code'],
    ['code', 'm'.repeat(31), 'a tenant code has at most 30 characters'],
    [
      'code',
      'Motor',
      "'Motor' cannot be a tenant code: use lower case letters, digits and hyphens, begin with a letter and end with a letter or digit, such as life or motor-claims",
    ],
    [
      'code',
      'default',
      "'default' is the namespace of the catalog that belongs to nobody: choose another code",
    ],
    ['name', ' ', 'Write a name'],
    ['admins', [], 'Name at least one tenant administrator'],
    [
      'admins',
      Array.from({ length: 21 }, (_, n) => `user:default/p${n}`),
      'Name at most 20 tenant administrators',
    ],
    [
      'harborProject',
      'Motor..Claims',
      "'Motor..Claims' is no name of a Harbor project: use lower case letters and digits, with single dots, hyphens or underscores between them",
    ],
  ])('is refused with %s %j', (field, value, sentence) => {
    expect(problems(newTenant, { ...tenant, [field]: value })).toContain(
      `${field}: ${sentence}`,
    );
  });
});

describe('a tenant that changes', () => {
  it('tells what is taken away from what stays', () => {
    const change = { code: 'life', version: 3, budget: null };
    expect(tenantChange.parse(change)).toEqual(change);
  });

  it('names the version that was edited', () => {
    expect(problems(tenantChange, { code: 'life' })).toEqual([
      'version: Say which version you edited',
    ]);
  });

  it('gets one of three states, and everybody reads why', () => {
    const change = { code: 'life', version: 3, state: 'closed', reason: ' ' };
    expect(problems(tenantStateChange, change)).toEqual([
      'reason: Say why: everybody in the tenant reads it',
    ]);
    expect(
      problems(tenantStateChange, { ...change, state: 'gone', reason: 'r' }),
    ).toEqual(['state: Choose one of the states active, suspended, closed']);
  });
});

describe('a custom role', () => {
  it('holds each permission once, in the order in which they are offered', () => {
    const permissions = [
      'clusters.pod-log.read',
      'tenancy.tenant.read',
      'clusters.pod-log.read',
    ];
    expect(newCustomRole.parse({ ...role, permissions }).permissions).toEqual([
      'tenancy.tenant.read',
      'clusters.pod-log.read',
    ]);
  });

  it.each([
    'approvals.request.decide',
    'tenancy.tenant.update',
    'clusters.node.drain',
    'audit.event.read',
    'catalog.entity.delete',
    '*',
    '__proto__',
  ])('cannot hold %j, and is told what it may', permission => {
    const [problem] = problems(newCustomRole, {
      ...role,
      permissions: [permission],
    });
    expect(problem).toContain(`A custom role cannot hold '${permission}'.`);
    expect(problem).toContain('It may hold tenancy.tenant.read, ');
  });

  it('is not called as a built-in one, and holds something', () => {
    expect(problems(newCustomRole, { ...role, code: 'developer' })).toEqual([
      "code: 'developer' is a role of every tenant: choose another code",
    ]);
    expect(problems(newCustomRole, { ...role, permissions: [] })).toEqual([
      'permissions: Choose at least one permission',
    ]);
  });

  it('keeps what a change leaves out', () => {
    const change = { tenant: 'life', code: 'on-call', version: 2 };
    expect(customRoleChange.parse(change)).toEqual(change);
  });
});
