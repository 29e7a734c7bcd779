import {
  CPU_MAX_MILLICORES,
  NAMESPACE_NAME_MAX,
  namespaceCreatePayload,
  parseCpu,
  parseMemory,
} from '@caas/plugin-tenancy-common';
import type { NamespaceDraft } from './namespaceDraft';

/** A rule that a payload breaks, with what its sentence needs. */
export type Problem =
  | { rule: 'nameMissing' | 'nameShape' | 'poolMissing' }
  | { rule: 'nameShort' | 'nameLong'; limit: number }
  | { rule: 'cpuShape' | 'memoryShape' | 'memoryRange'; text: string }
  | { rule: 'cpuRange'; text: string; limit: number };

const NAME_MIN = 2;

/**
 * What is wrong with a payload, by field. The schema of the contract decides; this only finds out which of its rules it
 * was, so that it can be said in the person's language.
 */
export function findProblems(
  draft: NamespaceDraft,
): Partial<Record<keyof NamespaceDraft, Problem>> {
  const result = namespaceCreatePayload.safeParse(draft);
  if (result.success) return {};
  const problems: Partial<Record<keyof NamespaceDraft, Problem>> = {};
  for (const { path, code } of result.error.issues) {
    const field = path[0] as keyof NamespaceDraft;
    problems[field] ??= explain(field, code, draft);
  }
  return problems;
}

function explain(
  field: keyof NamespaceDraft,
  code: string,
  draft: NamespaceDraft,
): Problem {
  switch (field) {
    case 'name':
      if (!draft.name.trim()) return { rule: 'nameMissing' };
      if (code === 'too_small') return { rule: 'nameShort', limit: NAME_MIN };
      return code === 'too_big'
        ? { rule: 'nameLong', limit: NAMESPACE_NAME_MAX }
        : { rule: 'nameShape' };
    case 'cpu':
      return parseCpu(draft.cpu) === undefined
        ? { rule: 'cpuShape', text: draft.cpu }
        : {
            rule: 'cpuRange',
            text: draft.cpu,
            limit: CPU_MAX_MILLICORES / 1000,
          };
    case 'memory':
      return parseMemory(draft.memory) === undefined
        ? { rule: 'memoryShape', text: draft.memory }
        : { rule: 'memoryRange', text: draft.memory };
    default:
      return { rule: 'poolMissing' };
  }
}
