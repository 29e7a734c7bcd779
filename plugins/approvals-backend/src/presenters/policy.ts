import type { PolicyInForce } from '@caas/plugin-approvals-common';
import type { PolicyState } from '../policies/PolicyBook';

/** The policy in force as its readers see it. */
export function presentPolicy({
  file,
  rules: { version, text, rules },
  readAt,
  problem,
}: PolicyState): PolicyInForce {
  return {
    version,
    readAt: readAt.toISOString(),
    file,
    text,
    problem,
    rules: rules.map(rule => ({
      name: rule.name,
      description: rule.description,
      when: rule.when.trim(),
      stages: (rule.stages ?? []).map(({ title, rule: mode }) => ({
        title,
        rule: mode,
      })),
      automaticReason: rule.automatic?.reason,
    })),
  };
}
