import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TrafficRule } from '@caas/plugin-clusters-common';
import { resourcesTranslationRef } from '../../resources/translation';

/** Which request goes to which Service, a line each: `claims.local /api → claims:80`. */
export function useRuleTexts(): (rules: TrafficRule[]) => string[] {
  const { t } = useTranslationRef(resourcesTranslationRef);
  return rules =>
    rules.map(({ host, path, backends }) => {
      const where = host === undefined ? path : `${host} ${path}`;
      const whither = backends.map(({ name, weight }) =>
        weight === undefined || backends.length === 1
          ? name
          : t('weight', { name, weight: String(weight) }),
      );
      return `${where} → ${whither.join(' · ') || t('none')}`;
    });
}
