import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, Flex, TextField } from '@backstage/ui';
import { CLUSTER_ENVIRONMENTS } from '@caas/plugin-clusters-common';
import { FieldFrame, Section } from '@caas/portal-ui';
import { registrationTranslationRef } from '../../registration/translation';
import { useEnvironmentName } from '../useEnvironmentName';
import { useProblem } from './useProblem';
import type { RegistrationForm } from './useRegistrationForm';

/** What a cluster is called, and what it is for. */
export function DescriptionFields(props: {
  form: RegistrationForm;
  /** A cluster that is registered keeps its name. */
  hasName: boolean;
}) {
  const { form, hasName } = props;
  const { t } = useTranslationRef(registrationTranslationRef);
  const problem = useProblem(form);
  const environmentName = useEnvironmentName();
  const { draft, change } = form;
  const textField = (
    name: 'name' | 'title' | 'titleEn' | 'region',
    label: string,
    options: { description?: string; isOptional?: boolean } = {},
  ) => (
    <FieldFrame problem={problem(name)}>
      {field => (
        <TextField
          {...field}
          label={label}
          secondaryLabel={options.isOptional ? undefined : t('field.required')}
          description={options.description}
          value={draft[name]}
          onChange={value => change({ [name]: value })}
          autoComplete="off"
          isRequired={!options.isOptional}
        />
      )}
    </FieldFrame>
  );
  return (
    <Section title={t('part.what')}>
      <Flex direction="column" gap="4">
        {hasName &&
          textField('name', t('field.name'), {
            description: t('field.nameHelp'),
          })}
        {textField('title', t('field.title'))}
        {textField('titleEn', t('field.titleEn'))}
        <FieldFrame problem={problem('environments')}>
          {field => (
            <CheckboxGroup
              {...field}
              label={t('field.environments')}
              secondaryLabel={t('field.required')}
              value={draft.environments}
              onChange={environments => change({ environments })}
              isRequired
            >
              {CLUSTER_ENVIRONMENTS.map(environment => (
                <Checkbox key={environment} value={environment}>
                  {environmentName(environment)}
                </Checkbox>
              ))}
            </CheckboxGroup>
          )}
        </FieldFrame>
        {textField('region', t('field.region'), {
          description: t('field.regionHelp'),
          isOptional: true,
        })}
      </Flex>
    </Section>
  );
}
