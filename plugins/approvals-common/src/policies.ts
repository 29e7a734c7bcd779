import { says } from '@caas/contract';
import { z } from 'zod';
import { bilingual, requestId, stage } from './schemas';
import { REQUEST_STATES } from './transitions';

/** The longest policy that can be tried. @public */
export const POLICY_TEXT_MAX = 60_000;

/** The text of a policy that is tried. */
export const policyText = z
  .string()
  .min(1, says('Write at least one rule', '请至少填写一条规则'))
  .max(
    POLICY_TEXT_MAX,
    says(
      `A policy has at most ${POLICY_TEXT_MAX} characters`,
      `审批策略最多 ${POLICY_TEXT_MAX} 个字符`,
    ),
  );

/** What is wrong with a policy, and where. @public */
export const policyProblem = z.object({
  message: bilingual,
  /** Both from 1. */
  line: z.number().int().optional(),
  column: z.number().int().optional(),
});

/** @public */
export type PolicyProblem = z.infer<typeof policyProblem>;

/** One rule of the policy in force. @public */
export const policyRuleSummary = z.object({
  name: z.string(),
  description: bilingual.optional(),
  /** The CEL expression. */
  when: z.string(),
  /** Empty for an automatic approval. */
  stages: z.array(stage.pick({ title: true, rule: true })),
  automaticReason: bilingual.optional(),
});

/** The policy in force. @public */
export const policyInForce = z.object({
  version: z.string(),
  /** When this portal read it; ISO 8601. */
  readAt: z.string(),
  /** Path of the file, as configured. */
  file: z.string(),
  /** Text of the rules in force. */
  text: z.string(),
  rules: z.array(policyRuleSummary),
  /** Set while the file is not right: the rules above stay in force. */
  problem: policyProblem.optional(),
});

/** @public */
export type PolicyInForce = z.infer<typeof policyInForce>;

/** What a policy says about one request. @public */
export const policyOutcome = z.object({
  rule: z.string(),
  isAutomatic: z.boolean(),
  /** Each stage with who may decide it, in the words of the policy. */
  stages: z.array(
    stage.pick({ title: true, rule: true }).extend({ approvers: z.string() }),
  ),
  /** Why a rule had no answer, so that the platform administrators decide. */
  failure: bilingual.optional(),
});

/** @public */
export type PolicyOutcome = z.infer<typeof policyOutcome>;

/** What an edited policy would change. @public */
export const dryRun = z.object({
  version: z.string(),
  /** How many requests were replayed. */
  replayed: z.number().int(),
  /** The requests that the edited policy would treat otherwise than the one in force, newest first. */
  differences: z.array(
    z.object({
      requestId,
      title: bilingual,
      kind: z.string(),
      tenant: z.string(),
      environment: z.string().optional(),
      state: z.enum(REQUEST_STATES),
      createdAt: z.string(),
      before: policyOutcome,
      after: policyOutcome,
    }),
  ),
});

/** @public */
export type DryRun = z.infer<typeof dryRun>;
