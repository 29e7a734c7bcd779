import { says, type Bilingual } from '@caas/contract';
import { TENANT_ROLES, PLATFORM_ROLES } from '@caas/plugin-tenancy-common';
import { z } from 'zod';

const text = z.strictObject({
  'zh-CN': z.string().min(1),
  en: z.string().min(1),
});

/** A reference to a person or a group, compared in lower case as the catalog does. */
function entityRef(kind: 'user' | 'group') {
  return z
    .string()
    .regex(
      new RegExp(`^${kind}:[^:/]+/[^:/]+$`, 'i'),
      says(
        `Write a ${kind} as ${kind}:default/name`,
        `请按 ${kind}:default/name 的格式填写`,
      ),
    )
    .transform(ref => ref.toLocaleLowerCase('en-US'));
}

/** Who may decide a stage. */
export const approverSelector = z.union([
  z.strictObject({ tenantRole: z.enum(TENANT_ROLES) }),
  z.strictObject({ platformRole: z.enum(PLATFORM_ROLES) }),
  z.strictObject({ user: entityRef('user') }),
  z.strictObject({
    group: entityRef('group'),
    /** Also members of the groups below it. */
    subGroups: z.boolean().optional(),
  }),
  z.strictObject({
    /** Where the payload has the entity whose owner decides. */
    ownerOf: z
      .string()
      .max(200)
      .regex(
        /^payload(\.[A-Za-z_][A-Za-z0-9_-]*)+$/,
        says(
          "Write where the payload has the entity, like 'payload.component'",
          '请填写实体在申请内容中的位置，例如“payload.component”',
        ),
      ),
  }),
]);

export type ApproverSelector = z.infer<typeof approverSelector>;

const stageRule = z.union([
  z.enum(['any', 'all']).transform(mode => ({ mode })),
  z
    .strictObject({ quorum: z.number().int().min(1) })
    .transform(({ quorum }) => ({ mode: 'quorum' as const, count: quorum })),
]);

export type StageRule = z.infer<typeof stageRule>;

/** A stage that a rule gives. */
export const plannedStage = z.strictObject({
  title: text,
  approvers: z.array(approverSelector).min(1),
  rule: stageRule.default({ mode: 'any' }),
  dueHours: z
    .number()
    .positive()
    .max(24 * 365)
    .optional(),
  /** Who else may decide when it is overdue; the platform administrators when left out. */
  escalateTo: z.array(approverSelector).min(1).optional(),
});

export type PlannedStage = z.infer<typeof plannedStage>;

/** After how many days without a decision, or without a revision, a request expires. */
export const expireDays = z.number().int().min(1).max(365);

/** What holds where the policy says nothing. */
export const DEFAULT_EXPIRE_DAYS = 30;

/** A rule as the file holds it: stages, or an approval without anybody, with its reason. */
export const policyRule = z
  .strictObject({
    name: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]*$/,
        says(
          'Name a rule in lower case with hyphens',
          '规则名称请使用小写字母、数字和连字符',
        ),
      ),
    description: text.optional(),
    when: z.string().min(1),
    stages: z.array(plannedStage).min(1).max(10).optional(),
    automatic: z.strictObject({ reason: text }).optional(),
    expireDays: expireDays.optional(),
  })
  .refine(
    rule => Boolean(rule.stages) !== Boolean(rule.automatic),
    says(
      "Give a rule either 'stages' or 'automatic'",
      '规则必须有“stages”或“automatic”，且只能有其中之一',
    ),
  );

export type PolicyRule = z.infer<typeof policyRule>;

/** What the policy says about one request. */
export type PolicyDecision = {
  rule: string;
  version: string;
  stages: PlannedStage[];
  expireDays: number;
  /** Set when nobody needs to decide. */
  automaticReason?: Bilingual;
  /** Set when a rule could not be evaluated: the default stage holds. */
  failure?: Bilingual;
};

/** Name that stands for "no rule matched" in a request. */
export const DEFAULT_RULE = 'default';

/** What holds when no rule matches, or when one cannot be evaluated: the platform administrators decide. */
export const DEFAULT_STAGES: PlannedStage[] = [
  {
    title: { 'zh-CN': '平台管理员审批', en: 'Platform administrator' },
    approvers: [{ platformRole: 'platform-admin' }],
    rule: { mode: 'any' },
  },
];

/** Who else may decide an overdue stage whose rule does not say. */
export const DEFAULT_ESCALATION: ApproverSelector[] = [
  { platformRole: 'platform-admin' },
];
