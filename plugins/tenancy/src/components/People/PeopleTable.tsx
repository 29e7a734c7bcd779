import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, Flex, Text, type ColumnConfig } from '@backstage/ui';
import type { Department, PersonAccess } from '@caas/plugin-tenancy-common';
import {
  PersonLink,
  tenancyApiRef,
  usePeople,
} from '@caas/plugin-tenancy-react';
import { PagedTable, StatusTag } from '@caas/portal-ui';
import { manageTranslationRef } from '../../manage/translation';
import { DepartmentCell } from './DepartmentCell';
import { RoleList } from './RoleList';

type Row = PersonAccess & { id: string };

type Props = {
  tenant: string;
  departments: Department[];
  mayChange: boolean;
  reloadOn: unknown;
  onChanged(): void;
};

/** The people of a tenant. */
export function PeopleTable(props: Props) {
  const { tenant, reloadOn } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const api = useApi(tenancyApiRef);
  const columns = useColumns(props);
  return (
    <PagedTable<Row>
      label={t('people.title')}
      columns={columns}
      load={async range => {
        const page = await api.access.explain({ code: tenant, ...range });
        return {
          ...page,
          items: page.items.map(person => ({ ...person, id: person.user })),
        };
      }}
      dependencies={[tenant]}
      reloadOn={reloadOn}
      empty={{ title: t('people.none'), description: t('people.noneHelp') }}
    />
  );
}

function useColumns(props: Props): ColumnConfig<Row>[] {
  const { t } = useTranslationRef(manageTranslationRef);
  const people = usePeople();
  const nameOf = (ref: string) =>
    (people.status === 'data' &&
      people.data.find(({ id }) => id === ref)?.label) ||
    ref;
  return [
    {
      id: 'person',
      label: t('people.person'),
      isRowHeader: true,
      width: '22%',
      cell: ({ user, isKnown }) => (
        <Cell>
          <Flex direction="column" gap="1" align="start">
            <PersonLink person={user} />
            {!isKnown && (
              <>
                <StatusTag tone="warning" label={t('people.unknown')} />
                <Text variant="body-small" color="secondary">
                  {t('people.unknownHelp')}
                </Text>
              </>
            )}
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'roles',
      label: t('people.rolesAndWhy'),
      cell: person => (
        <Cell>
          <RoleList
            {...props}
            person={person}
            personName={nameOf(person.user)}
          />
        </Cell>
      ),
    },
    {
      id: 'department',
      label: t('people.department'),
      width: '24%',
      cell: person => (
        <Cell>
          <DepartmentCell
            {...props}
            person={person}
            personName={nameOf(person.user)}
          />
        </Cell>
      ),
    },
  ];
}
