import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Environment,
  PlatformRole,
  ResourceDimension,
  TenantRole,
} from '@caas/plugin-tenancy-common';
import {
  formatBytes,
  formatCores,
  formatNumber,
  usePortalLanguage,
} from '@caas/portal-ui';
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
  /** What is counted: `CPU`, `Memory`. */
  resource(dimension: ResourceDimension): string;
  /** How much of it, with its unit: `2 cores`, `4 GiB`, `50`. */
  amount(dimension: ResourceDimension, amount: number): string;
};

/**
 * Names of environments, roles, tenants and resources in the person's language.
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
    resource: dimension => t(`resource.${dimension}`),
    amount: (dimension, amount) => {
      if (dimension === 'cpuMillicores') return formatCores(amount, language);
      return dimension.endsWith('Bytes')
        ? formatBytes(amount, language)
        : formatNumber(amount, language);
    },
  };
}
