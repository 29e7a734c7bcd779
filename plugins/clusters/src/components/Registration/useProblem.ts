import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { registrationTranslationRef } from '../../registration/translation';
import type { RegistrationField } from './registrationDraft';
import type { RegistrationForm } from './useRegistrationForm';

/** The sentence about a field: what the server said of it, or what the rules ask for. */
export function useProblem({ problems }: RegistrationForm) {
  const { t } = useTranslationRef(registrationTranslationRef);
  return (field: RegistrationField): string | undefined => {
    const problem = problems[field];
    return problem && (problem.message ?? t(`problem.${field}`));
  };
}
