import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  memberUpdatePermission,
  type TenantDetail,
} from '@caas/plugin-tenancy-common';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { LoadableView, Section, useLoadable } from '@caas/portal-ui';
import { useMayInTenant } from '../../hooks/useMayInTenant';
import { manageTranslationRef } from '../../manage/translation';
import { CustomRoles } from '../Roles';
import { AddMember } from './AddMember';
import { PeopleTable } from './PeopleTable';

/** The people of a tenant with their roles and why they have them, and the roles that the tenant has made. */
export function PeoplePart(props: { tenant: TenantDetail; changes: unknown }) {
  const { tenant, changes } = props;
  const { code } = tenant;
  const { t } = useTranslationRef(manageTranslationRef);
  const api = useApi(tenancyApiRef);
  const mayChange = useMayInTenant(memberUpdatePermission, code);
  const [edits, setEdits] = useState(0);
  const onChanged = () => setEdits(before => before + 1);
  const reloadOn = `${edits} ${JSON.stringify(changes)}`;
  const roles = useLoadable(
    () => api.roles.list({ tenant: code }),
    [api, code],
    { reloadOn },
  );
  const departments = useLoadable(
    () => api.departments.list({ tenant: code }),
    [api, code],
    { reloadOn },
  );
  const isOpen = tenant.state !== 'closed';
  return (
    <>
      <Section
        title={t('people.title')}
        actions={
          mayChange &&
          isOpen && (
            <AddMember
              tenant={code}
              customRoles={roles.status === 'data' ? roles.data.items : []}
              onAdded={onChanged}
            />
          )
        }
      >
        <PeopleTable
          tenant={code}
          departments={
            departments.status === 'data' ? departments.data.items : []
          }
          mayChange={mayChange && isOpen}
          reloadOn={reloadOn}
          onChanged={onChanged}
        />
      </Section>
      <LoadableView loadable={roles}>
        {({ items }) => (
          <CustomRoles tenant={tenant} roles={items} onChanged={onChanged} />
        )}
      </LoadableView>
    </>
  );
}
