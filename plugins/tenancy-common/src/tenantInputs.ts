import { says } from '@caas/contract';
import { z } from 'zod';
import { tenantCode, userRef } from './schemas';

const LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/**
 * A short name of ours that also stands in names on clusters and in the catalog: a label of RFC 1123 that begins with a
 * letter, of at most 30 characters.
 *
 * @public
 */
export const newCode = (what: string, chinese: string) =>
  z
    .string()
    .trim()
    .min(1, says(`Write ${what}`, `请填写${chinese}`))
    .max(
      30,
      says(`${what} has at most 30 characters`, `${chinese}最多 30 个字符`),
    )
    .regex(
      LABEL,
      says(
        ({ input }) =>
          `'${input}' cannot be ${what}: use lower case letters, digits and hyphens, begin with a letter and end with a letter or digit, such as life or motor-claims`,
        ({ input }) =>
          `“${input}”不能作为${chinese}：请使用小写字母、数字和连字符，以字母开头，以字母或数字结尾，例如 life 或 motor-claims`,
      ),
    );

/** A name that people read. @public */
export const displayName = z
  .string()
  .trim()
  .min(1, says('Write a name', '请填写名称'))
  .max(100, says('A name has at most 100 characters', '名称最多 100 个字符'));

/** The version that an edit was made from. @public */
export const editedVersion = z
  .number(says('Say which version you edited', '请说明修改的是哪个版本'))
  .int()
  .min(1);

/** A project of Harbor, by Harbor's own rule. @public */
export const harborProject = z
  .string()
  .trim()
  .max(
    255,
    says(
      'The name of a Harbor project has at most 255 characters',
      'Harbor 项目名称最多 255 个字符',
    ),
  )
  .regex(
    /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
    says(
      ({ input }) =>
        `'${input}' is no name of a Harbor project: use lower case letters and digits, with single dots, hyphens or underscores between them`,
      ({ input }) =>
        `“${input}”不是有效的 Harbor 项目名称：请使用小写字母和数字，中间可用单个点、连字符或下划线分隔`,
    ),
  );

const facts = z.object({
  name: displayName,
  nameEn: displayName,
  contacts: z
    .array(userRef)
    .max(20, says('Name at most 20 contacts', '联系人最多 20 位')),
  budget: z.number().int().min(0).max(1_000_000_000).nullable(),
  harborProject: harborProject.nullable(),
});

/** A tenant to be made. @public */
export const newTenant = facts
  .omit({ budget: true, harborProject: true, contacts: true })
  .extend({
    code: newCode('a tenant code', '租户编码').refine(
      code => code !== 'default',
      says(
        "'default' is the namespace of the catalog that belongs to nobody: choose another code",
        '“default”是目录中不属于任何租户的命名空间，请换一个编码',
      ),
    ),
    /** A group of the catalog that is the tenant already; left out, the portal makes one. */
    group: z.string().trim().min(1).max(300).optional(),
    /** Who administers it first. */
    admins: z
      .array(userRef)
      .min(
        1,
        says(
          'Name at least one tenant administrator',
          '请至少指定一位租户管理员',
        ),
      )
      .max(
        20,
        says('Name at most 20 tenant administrators', '租户管理员最多 20 位'),
      ),
    contacts: facts.shape.contacts.default([]),
    budget: facts.shape.budget.optional(),
    harborProject: facts.shape.harborProject.optional(),
  });

/** @public */
export type NewTenant = z.infer<typeof newTenant>;

/** What of a tenant is to change; what is left out stays, and null takes away. @public */
export const tenantChange = facts.partial().extend({
  code: tenantCode,
  version: editedVersion,
});

/** @public */
export type TenantChange = z.infer<typeof tenantChange>;

/** The state that a tenant shall have, and why. @public */
export const tenantStateChange = z.object({
  code: tenantCode,
  version: editedVersion,
  state: z.enum(
    ['active', 'suspended', 'closed'],
    says(
      'Choose one of the states active, suspended, closed',
      '请选择状态：active（正常）、suspended（已停用）、closed（已关闭）',
    ),
  ),
  reason: z
    .string()
    .trim()
    .min(
      1,
      says(
        'Say why: everybody in the tenant reads it',
        '请说明原因，租户成员都会看到',
      ),
    )
    .max(
      500,
      says('A reason has at most 500 characters', '原因最多 500 个字符'),
    ),
});

/** @public */
export type TenantStateChange = z.infer<typeof tenantStateChange>;
