import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, NumberField, TextField } from '@backstage/ui';
import type { Tenant } from '@caas/plugin-tenancy-common';
import { FieldFrame, Section } from '@caas/portal-ui';
import type { DraftForm } from '../../forms/useDraft';
import { manageTranslationRef } from '../../manage/translation';
import { CodeField, NameFields } from '../NameFields';
import { PeopleField } from './PeopleField';
import type { TenantDraft } from './tenantDraft';

type Props = {
  form: DraftForm<TenantDraft>;
  /** The tenant that is changed; a new one has none. */
  tenant?: Tenant;
};

/** What a tenant is called, who answers for it, and what it may cost. */
export function TenantFields({ form, tenant }: Props) {
  const { t } = useTranslationRef(manageTranslationRef);
  const { draft, change, isWrong } = form;
  const fixedBy = (fact: 'name' | 'nameEn' | 'contacts') =>
    tenant?.fileSays.includes(fact) ? t('tenant.fixed') : undefined;
  return (
    <>
      <Section title={t('tenant.what')}>
        <Flex direction="column" gap="4">
          {!tenant && <CodeField form={form} example="life" />}
          <NameFields
            form={form}
            fixed={{ name: fixedBy('name'), nameEn: fixedBy('nameEn') }}
          />
        </Flex>
      </Section>
      <Section title={t('tenant.who')}>
        <Flex direction="column" gap="4">
          {!tenant && (
            <PeopleField
              label={t('tenant.admins')}
              description={t('tenant.adminsHelp')}
              people={draft.admins}
              onChange={admins => change({ admins })}
              problem={isWrong('admins') ? t('problem.admins') : undefined}
              isRequired
            />
          )}
          <PeopleField
            label={t('tenant.contacts')}
            description={t('tenant.contactsHelp')}
            people={draft.contacts}
            onChange={contacts => change({ contacts })}
            problem={isWrong('contacts') ? t('problem.contacts') : undefined}
            fixed={fixedBy('contacts')}
          />
        </Flex>
      </Section>
      <Section title={t('tenant.means')}>
        <Flex direction="column" gap="4">
          <FieldFrame
            problem={isWrong('budget') ? t('problem.budget') : undefined}
          >
            {field => (
              <NumberField
                {...field}
                label={t('tenant.budget')}
                description={t('tenant.budgetHelp')}
                value={draft.budget}
                onChange={budget => change({ budget })}
                minValue={0}
              />
            )}
          </FieldFrame>
          <FieldFrame
            problem={
              isWrong('harborProject') ? t('problem.harborProject') : undefined
            }
          >
            {field => (
              <TextField
                {...field}
                label={t('tenant.harborProject')}
                description={t('tenant.harborProjectHelp')}
                value={draft.harborProject}
                onChange={harborProject => change({ harborProject })}
                autoComplete="off"
              />
            )}
          </FieldFrame>
        </Flex>
      </Section>
    </>
  );
}
