import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldErrors } from '@caas/plugin-approvals-react';
import type { AMOUNT_RANGES } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { requestKindsTranslationRef } from '../translation';
import {
  AMOUNT_FIELDS,
  DIMENSION_OF,
  findAmountProblem,
  type AmountField,
  type AmountsDraft,
} from './amountsDraft';

/** Answers a check of amounts, in the person's language. */
export function useAmountProblems(
  of: keyof typeof AMOUNT_RANGES,
  optional: readonly AmountField[] = [],
): (draft: AmountsDraft) => FieldErrors {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  const sentence = (field: AmountField, text: string) => {
    const problem = findAmountProblem(
      of,
      field,
      text,
      optional.includes(field),
    );
    if (!problem) return undefined;
    const dimension = DIMENSION_OF[field];
    const what = words.resource(dimension);
    switch (problem.rule) {
      case 'missing':
        return t('problem.missing', { what });
      case 'shape':
        return t(`problem.shape.${unitOf(field)}`, { text });
      default:
        return t('problem.range', {
          text,
          least: words.amount(dimension, problem.least),
          most: words.amount(dimension, problem.most),
        });
    }
  };
  return draft =>
    Object.fromEntries(
      AMOUNT_FIELDS.flatMap(field => {
        const found = sentence(field, draft[field]);
        return found ? [[field, found]] : [];
      }),
    );
}

/** How an amount is written. */
export function unitOf(field: AmountField): 'cores' | 'bytes' | 'pieces' {
  if (field === 'cpu') return 'cores';
  return field === 'memory' || field === 'storage' ? 'bytes' : 'pieces';
}
