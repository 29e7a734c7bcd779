import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TenantDetail } from '@caas/plugin-tenancy-common';
import { PersonLink, useTenancyWords } from '@caas/plugin-tenancy-react';
import {
  FactList,
  formatNumber,
  Section,
  usePortalLanguage,
} from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';
import { TenantStateTag } from '../TenantStateTag';
import { AuditLink } from './AuditLink';

/** What a tenant is, and whom to talk to. */
export function TenantFacts({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const words = useTenancyWords();
  const language = usePortalLanguage();
  const { code, state, group, contacts, myRoles, origin, budget } = tenant;
  return (
    <Section title={t('facts.title')} actions={<AuditLink code={code} />}>
      <FactList
        facts={[
          { label: t('facts.code'), value: code },
          { label: t('facts.state'), value: <TenantStateTag state={state} /> },
          { label: t('facts.group'), value: <PersonLink person={group} /> },
          {
            label: t('facts.contacts'),
            value:
              contacts.length > 0
                ? contacts.map((person, index) => (
                    <span key={person}>
                      {index > 0 && t('separator')}
                      <PersonLink person={person} />
                    </span>
                  ))
                : undefined,
          },
          {
            label: t('facts.myRoles'),
            value: myRoles.map(words.role).join(t('separator')) || undefined,
          },
          {
            label: t('facts.budget'),
            value:
              budget === undefined ? undefined : formatNumber(budget, language),
          },
          { label: t('facts.harborProject'), value: tenant.harborProject },
          { label: t('facts.origin'), value: t(`facts.origins.${origin}`) },
        ]}
      />
    </Section>
  );
}
