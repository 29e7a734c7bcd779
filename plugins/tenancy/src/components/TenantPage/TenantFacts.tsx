import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TenantDetail } from '@caas/plugin-tenancy-common';
import { PersonLink, useTenancyWords } from '@caas/plugin-tenancy-react';
import { FactList, Section } from '@caas/portal-ui';
import { tenancyTranslationRef } from '../../translation';
import { TenantStateTag } from '../TenantStateTag';

/** What a tenant is, and whom to talk to. */
export function TenantFacts({ tenant }: { tenant: TenantDetail }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const words = useTenancyWords();
  const { code, state, group, contacts, myRoles } = tenant;
  return (
    <Section title={t('facts.title')}>
      <FactList
        facts={[
          { label: t('facts.code'), value: code },
          {
            label: t('facts.state'),
            value: <TenantStateTag state={state} />,
          },
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
        ]}
      />
    </Section>
  );
}
