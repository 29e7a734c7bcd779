import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PersonLink } from '@caas/plugin-tenancy-react';
import { auditTranslationRef } from '../translation';

/** Who did it: a person by name, a plugin by its id, or the system itself. */
export function Actor({ actor }: { actor: string | undefined }) {
  const { t } = useTranslationRef(auditTranslationRef);
  return actor ? <PersonLink person={actor} /> : <>{t('system')}</>;
}
