import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Environment,
  PlatformRole,
  TenantRole,
} from '@caas/plugin-tenancy-common';
import { usePortalLanguage } from '@caas/portal-ui';
import { tenancyReactTranslationRef } from '../translation';

/**
 * The words of tenancy in the person's language.
 *
 * @public
 */
export type TenancyWords = {
  environment(environment: Environment): string;
  role(role: PlatformRole | TenantRole): string;
  tenantName(tenant: { name: string; nameEn: string }): string;
};

/**
 * Names of environments, roles and tenants in the person's language.
 *
 * @public
 */
export function useTenancyWords(): TenancyWords {
  const { t } = useTranslationRef(tenancyReactTranslationRef);
  const language = usePortalLanguage();
  return {
    environment: environment => t(`environment.${environment}`),
    role: role => t(`role.${role}`),
    tenantName: ({ name, nameEn }) =>
      language === 'en' ? nameEn || name : name,
  };
}
