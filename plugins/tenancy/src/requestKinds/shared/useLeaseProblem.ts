import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LEASE_MAX_DAYS } from '@caas/plugin-tenancy-common';
import { requestKindsTranslationRef } from '../translation';
import { findLeaseProblem } from './leaseDays';

/** Answers a check of the last day of a lease, in the person's language. */
export function useLeaseProblem(): (
  day: string,
  from?: string,
) => string | undefined {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  return (day, from) => {
    const problem = findLeaseProblem(day, new Date(), from);
    if (problem === 'long') {
      return t('problem.lease.long', { days: String(LEASE_MAX_DAYS) });
    }
    return problem && t(`problem.lease.${problem}`);
  };
}
