import { says } from '@caas/contract';
import { z } from 'zod';
import { TENANT_ROLES } from './roles';
import { tenantCode } from './schemas';
import { displayName, editedVersion, newCode } from './tenantInputs';

type GrantablePermission = {
  /** Name of the permission. */
  name: string;
  label: { 'zh-CN': string; en: string };
};

/**
 * What a custom role may hold: permissions about what a tenant owns.
 *
 * @remarks
 * Nothing of the platform, and no decision on a request: who approves is chosen by built-in roles and by the policy.
 *
 * @public
 */
export const CUSTOM_ROLE_PERMISSIONS = [
  {
    name: 'tenancy.tenant.read',
    label: {
      'zh-CN': '查看租户、成员和配额',
      en: 'See the tenant, its members and quotas',
    },
  },
  {
    name: 'tenancy.namespace.read',
    label: {
      'zh-CN': '查看租户的命名空间',
      en: "See the tenant's namespaces",
    },
  },
  {
    name: 'tenancy.member.update',
    label: {
      'zh-CN': '管理成员的自定义角色和部门',
      en: "Manage members' custom roles and departments",
    },
  },
  {
    name: 'tenancy.custom-role.update',
    label: { 'zh-CN': '管理自定义角色', en: 'Manage custom roles' },
  },
  {
    name: 'tenancy.department.update',
    label: { 'zh-CN': '管理组织架构', en: 'Manage the organisation tree' },
  },
  {
    name: 'approvals.request.read',
    label: { 'zh-CN': '查看租户的申请', en: "See the tenant's requests" },
  },
  {
    name: 'approvals.request.create',
    label: { 'zh-CN': '提交申请', en: 'Submit requests' },
  },
  {
    name: 'approvals.request.retry',
    label: { 'zh-CN': '重试失败的执行', en: 'Retry failed executions' },
  },
  {
    name: 'approvals.request.cancel',
    label: {
      'zh-CN': '取消已批准但未完成的申请',
      en: 'Cancel requests that are approved and not completed',
    },
  },
  {
    name: 'clusters.namespace.read',
    label: {
      'zh-CN': '查看集群上的命名空间',
      en: 'See namespaces as they stand on clusters',
    },
  },
  {
    name: 'clusters.workload.read',
    label: {
      'zh-CN': '查看工作负载和容器组',
      en: 'See workloads and pods',
    },
  },
  {
    name: 'clusters.workload.restart',
    label: { 'zh-CN': '重启工作负载', en: 'Restart workloads' },
  },
  {
    name: 'clusters.workload.scale',
    label: { 'zh-CN': '调整工作负载副本数', en: 'Scale workloads' },
  },
  {
    name: 'clusters.pod-log.read',
    label: { 'zh-CN': '查看容器日志', en: 'Read container logs' },
  },
  {
    name: 'clusters.apply-set.read',
    label: { 'zh-CN': '查看应用集', en: 'See apply sets' },
  },
] as const satisfies readonly GrantablePermission[];

/** Name of a permission that a custom role may hold. @public */
export type CustomRolePermission =
  (typeof CUSTOM_ROLE_PERMISSIONS)[number]['name'];

const names = CUSTOM_ROLE_PERMISSIONS.map(({ name }) => name);

/** @public */
export const customRolePermission = z.enum(
  names,
  says(
    ({ input }) =>
      `A custom role cannot hold '${String(input).slice(0, 100)}'. It may hold ${names.join(', ')}`,
    ({ input }) =>
      `自定义角色不能包含“${String(input).slice(0, 100)}”，可以包含 ${names.join('、')}`,
  ),
);

const permissions = z
  .array(customRolePermission)
  .min(1, says('Choose at least one permission', '请至少选择一项权限'))
  .max(names.length)
  .transform(chosen => names.filter(name => chosen.includes(name)));

/** Code of a custom role, unique in its tenant. @public */
export const customRoleCode = z.string().trim().min(1).max(30);

/** A role that a tenant has made for itself. @public */
export const customRole = z.object({
  tenant: tenantCode,
  code: customRoleCode,
  name: z.string(),
  nameEn: z.string(),
  permissions: z.array(z.enum(names)),
  memberCount: z.number().int(),
  version: z.number().int(),
  updatedAt: z.string(),
});

/** @public */
export type CustomRole = z.infer<typeof customRole>;

/** A custom role to be made. @public */
export const newCustomRole = z.object({
  tenant: tenantCode,
  code: newCode('a role code', '角色编码').refine(
    code => !(TENANT_ROLES as readonly string[]).includes(code),
    says(
      ({ input }) =>
        `'${input}' is a role of every tenant: choose another code`,
      ({ input }) => `“${input}”是每个租户都有的角色，请换一个编码`,
    ),
  ),
  name: displayName,
  nameEn: displayName,
  permissions,
});

/** @public */
export type NewCustomRole = z.infer<typeof newCustomRole>;

/** What of a custom role is to change; what is left out stays. @public */
export const customRoleChange = z.object({
  tenant: tenantCode,
  code: customRoleCode,
  version: editedVersion,
  name: displayName.optional(),
  nameEn: displayName.optional(),
  permissions: permissions.optional(),
});

/** @public */
export type CustomRoleChange = z.infer<typeof customRoleChange>;
