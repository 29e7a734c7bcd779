import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { FieldErrors } from '@caas/plugin-approvals-react';
import {
  NAMESPACE_NAME_MAX,
  namespaceShortName,
} from '@caas/plugin-tenancy-common';
import { amountsIn } from '../shared/amountsDraft';
import { useAmountProblems } from '../shared/useAmountProblems';
import { useLeaseProblem } from '../shared/useLeaseProblem';
import { withoutNothing } from '../shared/withoutNothing';
import { requestKindsTranslationRef } from '../translation';
import { createDraftOf, hasLease } from './createDraft';
import { OPTIONAL_AMOUNTS } from './SizeField';

const NAME_MIN = 2;

/** Checks a payload of `namespace.create`, in the person's language. */
export function useCreateValidation(): (
  payload: RequestPayload,
) => FieldErrors {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const amountProblems = useAmountProblems('namespace', OPTIONAL_AMOUNTS);
  const leaseProblem = useLeaseProblem();

  // The schema of the contract decides; this only finds out which of its rules it was.
  const nameProblem = (name: string) => {
    const [issue] = namespaceShortName.safeParse(name).error?.issues ?? [];
    if (!issue) return undefined;
    if (!name.trim()) return t('problem.name.missing');
    if (issue.code === 'too_small') {
      return t('problem.name.short', { limit: String(NAME_MIN) });
    }
    return issue.code === 'too_big'
      ? t('problem.name.long', { limit: String(NAMESPACE_NAME_MAX) })
      : t('problem.name.shape');
  };

  return payload => {
    const draft = createDraftOf(payload);
    const isPlaced = draft.cluster && draft.environment;
    return withoutNothing({
      name: nameProblem(draft.name),
      cluster: isPlaced ? undefined : t('problem.pool'),
      ...amountProblems(amountsIn(payload)),
      leaseUntil: hasLease(draft.environment)
        ? leaseProblem(draft.leaseUntil)
        : undefined,
    });
  };
}
