import { describeIssues } from '@caas/contract';
import type { z } from 'zod';
import {
  leaseDate,
  namespaceAmounts,
  namespaceCreatePayload,
  newCustomRole,
  newTenant,
  quotaAmounts,
  tenancyContract,
  tenantChange,
  tenantQuotaPayload,
  tenantStateChange,
} from './index';

const tenant = {
  code: 'life',
  name: '寿险',
  nameEn: 'Life',
  admins: ['user:default/wang-fang'],
};
const role = {
  tenant: 'life',
  code: 'release-manager',
  name: '发布经理',
  nameEn: 'Release manager',
  permissions: ['tenancy.tenant.read'],
};
const amounts = {
  cpu: '2',
  memory: '4Gi',
  storage: '0',
  pods: 10,
  persistentVolumeClaims: 0,
};
const namespace = {
  ...amounts,
  name: 'claims',
  cluster: 'nonprod',
  environment: 'dev',
};
const membership = tenancyContract.members.add['~orpc']
  .inputSchema as z.ZodType;

/** Of the first thing that is wrong. */
const chineseOf = (schema: z.ZodType, input: unknown) =>
  describeIssues((schema.safeParse(input).error?.issues ?? []).slice(0, 1))[
    'zh-CN'
  ];

describe('what is wrong with an input is said in Chinese', () => {
  it.each<[z.ZodType, object, object, string]>([
    [newTenant, tenant, { code: '' }, '请填写租户编码'],
    [
      newTenant,
      tenant,
      { code: 'Life' },
      '“Life”不能作为租户编码：请使用小写字母、数字和连字符，以字母开头，以字母或数字结尾，例如 life 或 motor-claims',
    ],
    [newTenant, tenant, { code: 'a'.repeat(31) }, '租户编码最多 30 个字符'],
    [
      newTenant,
      tenant,
      { code: 'default' },
      '“default”是目录中不属于任何租户的命名空间，请换一个编码',
    ],
    [newTenant, tenant, { code: undefined }, '此项必填，应为文本'],
    [newTenant, tenant, { name: ' ' }, '请填写名称'],
    [newTenant, tenant, { admins: [] }, '请至少指定一位租户管理员'],
    [
      newTenant,
      tenant,
      { harborProject: 'a..b' },
      '“a..b”不是有效的 Harbor 项目名称：请使用小写字母和数字，中间可用单个点、连字符或下划线分隔',
    ],
    [newTenant, tenant, { budget: -1 }, '应不小于 0'],
    [
      tenantChange,
      { code: 'life' },
      { version: undefined },
      '请说明修改的是哪个版本',
    ],
    [
      tenantStateChange,
      { code: 'life', version: 1, state: 'closed', reason: '合并' },
      { state: 'gone' },
      '请选择状态：active（正常）、suspended（已停用）、closed（已关闭）',
    ],
    [
      newCustomRole,
      role,
      { code: 'developer' },
      '“developer”是每个租户都有的角色，请换一个编码',
    ],
    [newCustomRole, role, { permissions: [] }, '请至少选择一项权限'],
    [
      membership,
      { code: 'life', user: 'user:default/li-wei' },
      { role: undefined },
      '请指定租户角色或自定义角色，二者选一',
    ],
    [
      namespaceAmounts,
      amounts,
      { cpu: 'lots' },
      '“lots”不是有效的 CPU 数量：请填写核数，例如 2、1.5 或 500m',
    ],
    [namespaceAmounts, amounts, { cpu: 2 }, '请以核数填写 CPU，例如 2 或 500m'],
    [
      namespaceAmounts,
      amounts,
      { cpu: '1'.repeat(5) },
      '“11111”超出范围：请填写 100m 至 1000 核',
    ],
    [
      namespaceAmounts,
      amounts,
      { memory: '1Mi' },
      '“1Mi”超出范围：请填写 64Mi 至 8Ti',
    ],
    [
      namespaceAmounts,
      amounts,
      { storage: 'x' },
      '“x”不是有效的存储数量：请填写带单位的数值，例如 4Gi 或 512Mi',
    ],
    [
      namespaceAmounts,
      amounts,
      { memory: undefined },
      '请填写带单位的内存，例如 4Gi',
    ],
    [
      quotaAmounts,
      amounts,
      { pods: 1.5 },
      '“1.5”不是有效的容器组数量：请填写 0 至 100000 的整数',
    ],
    [
      quotaAmounts,
      amounts,
      { persistentVolumeClaims: undefined },
      '请填写存储卷声明数量：0 至 100000 的整数',
    ],
    [
      namespaceCreatePayload,
      namespace,
      { name: 'Claims' },
      '名称由小写字母、数字和连字符组成，以字母开头，不能以连字符结尾',
    ],
    [
      namespaceCreatePayload,
      namespace,
      { environment: 'qa' },
      '请选择环境：dev、test、staging、prod',
    ],
    [
      namespaceCreatePayload,
      namespace,
      { leaseUntil: 'soon' },
      '请按 2026-12-31 的格式填写日期',
    ],
    [tenantQuotaPayload, namespace, { cluster: undefined }, '请选择集群'],
  ])('%#', (schema, input, change, sentence) => {
    const [field] = Object.keys(change);
    expect(chineseOf(schema, { ...input, ...change })).toBe(
      `${field}: ${sentence}`,
    );
  });

  it('also of a day that there is not', () => {
    expect(chineseOf(leaseDate, '2026-02-30')).toBe(
      '请求内容: 没有这一天，请按 2026-12-31 的格式填写日期',
    );
  });
});
