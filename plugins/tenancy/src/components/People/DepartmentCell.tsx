import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import type { Department, PersonAccess } from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyWords } from '@caas/plugin-tenancy-react';
import { useCommand, useErrorSentence } from '@caas/portal-ui';
import { manageTranslationRef } from '../../manage/translation';

/** Stands for "in none". */
const NONE = '-';

/** Where in the organisation a person stands; those who may put them elsewhere. */
export function DepartmentCell(props: {
  tenant: string;
  person: PersonAccess;
  personName: string;
  departments: Department[];
  mayChange: boolean;
  onChanged(): void;
}) {
  const { tenant, person, departments, mayChange, onChanged } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const { state, run } = useCommand();
  const sentenceOf = useErrorSentence();
  const current = departments.find(({ code }) => code === person.department);
  if (!mayChange || departments.length === 0) {
    return (
      <Text>
        {current ? words.tenantName(current) : (person.department ?? '–')}
      </Text>
    );
  }
  const place = (key: string) =>
    run(async () => {
      await api.members.place({
        code: tenant,
        user: person.user,
        department: key === NONE ? null : key,
      });
      onChanged();
    });
  return (
    <>
      <Select
        aria-label={t('people.departmentOf', { person: props.personName })}
        size="small"
        options={[
          { id: NONE, label: t('people.noDepartment') },
          ...departments.map(department => ({
            id: department.code,
            label: words.tenantName(department),
          })),
        ]}
        value={person.department ?? NONE}
        onChange={key => key !== null && place(String(key))}
        isDisabled={state.status === 'working'}
      />
      {state.status === 'failed' && (
        <Text as="p" role="alert" variant="body-small" color="danger">
          {sentenceOf(state.error)}
        </Text>
      )}
    </>
  );
}
