import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { FieldErrors } from '@caas/plugin-approvals-react';
import { tenancyTranslationRef } from '../../translation';
import { findProblems, type Problem } from './findProblems';
import { draftOf } from './namespaceDraft';

/** Checks a payload, in the person's language. */
export function useNamespaceValidation(): (
  payload: RequestPayload,
) => FieldErrors {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const sentence = (problem: Problem): string => {
    switch (problem.rule) {
      case 'nameShort':
      case 'nameLong':
        return t(`problem.${problem.rule}`, { limit: String(problem.limit) });
      case 'cpuShape':
      case 'memoryShape':
      case 'memoryRange':
        return t(`problem.${problem.rule}`, { text: problem.text });
      case 'cpuRange':
        return t('problem.cpuRange', {
          text: problem.text,
          limit: String(problem.limit),
        });
      default:
        return t(`problem.${problem.rule}`);
    }
  };
  return payload =>
    Object.fromEntries(
      Object.entries(findProblems(draftOf(payload))).map(([field, problem]) => [
        field,
        sentence(problem),
      ]),
    );
}
