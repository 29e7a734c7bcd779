import type { Evidence } from '@caas/plugin-approvals-common';
import {
  DEFAULT_RULE,
  DEFAULT_STAGES,
  type PolicyDecision,
} from '../domain/policy';
import {
  firstLine,
  type PolicyFacts,
  type PolicyQuestion,
} from './compileCondition';
import type { CompiledRules } from './compileRules';

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
      const failure = `The rule '${rule.name}' could not be evaluated for a request of kind '${facts.kind}': ${firstLine((error as Error).message)}`;
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
