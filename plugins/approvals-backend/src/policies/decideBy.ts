import { cutToLimit } from '@caas/contract';
import type { Evidence } from '@caas/plugin-approvals-common';
import {
  DEFAULT_RULE,
  DEFAULT_STAGES,
  type PolicyDecision,
} from '../domain/policy';
import type { PolicyFacts, PolicyQuestion } from './compileCondition';
import type { CompiledRules } from './compileRules';
import { reasonOf } from './reasonOf';

/** The first rule that matches; the default when none does, or when one cannot be evaluated. */
export function decideBy(
  { version, rules, expireDays }: CompiledRules,
  facts: PolicyFacts,
): PolicyDecision {
  const fallback = {
    rule: DEFAULT_RULE,
    version,
    stages: DEFAULT_STAGES,
    expireDays,
  };
  for (const rule of rules) {
    try {
      if (rule.matches(facts)) {
        return {
          rule: rule.name,
          version,
          stages: rule.stages ?? [],
          expireDays: rule.expireDays ?? expireDays,
          automaticReason: rule.automatic?.reason,
        };
      }
    } catch (error) {
      // Going on with the next rule could pass over the strict one.
      const reason = reasonOf(error);
      const failure = cutToLimit({
        'zh-CN': `规则“${rule.name}”无法对类型为“${facts.kind}”的申请求值：${reason['zh-CN']}`,
        en: `The rule '${rule.name}' could not be evaluated for a request of kind '${facts.kind}': ${reason.en}`,
      });
      return { ...fallback, failure };
    }
  }
  return fallback;
}

/** What a policy is asked about a request. The day is that of whoever asks. */
export function factsOf(
  request: {
    kind: string;
    tenant: string;
    environment?: string;
    requester: string;
  },
  payload: PolicyFacts['payload'],
  evidence: Evidence,
): PolicyQuestion {
  const { kind, tenant, environment = '', requester } = request;
  return {
    kind,
    tenant,
    environment,
    requester,
    payload,
    evidence: Object.fromEntries(
      evidence.items.map(({ id, tone, gauge }) => [id, { tone, ...gauge }]),
    ),
  };
}
