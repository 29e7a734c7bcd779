import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  departmentUpdatePermission,
  type Department,
  type TenantDetail,
} from '@caas/plugin-tenancy-common';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { LoadableView, Section, useLoadable } from '@caas/portal-ui';
import { useMayInTenant } from '../../hooks/useMayInTenant';
import { manageTranslationRef } from '../../manage/translation';
import { DepartmentForm } from './DepartmentForm';
import { departmentTree } from './departmentTree';
import { DepartmentNodes } from './DepartmentNodes';
import styles from './Organisation.module.css';

/** The organisation tree of a tenant. */
export function OrganisationPart(props: {
  tenant: TenantDetail;
  changes: unknown;
}) {
  const { tenant, changes } = props;
  const { code } = tenant;
  const { t } = useTranslationRef(manageTranslationRef);
  const api = useApi(tenancyApiRef);
  const mayChange =
    useMayInTenant(departmentUpdatePermission, code) &&
    tenant.state !== 'closed';
  const [edits, setEdits] = useState(0);
  const found = useLoadable(
    () => api.departments.list({ tenant: code }),
    [api, code],
    { reloadOn: `${edits} ${JSON.stringify(changes)}` },
  );
  const onChanged = () => setEdits(before => before + 1);
  const add = (departments: Department[]) =>
    mayChange && (
      <DepartmentForm
        isPrimary
        tenant={code}
        departments={departments}
        onChanged={onChanged}
      />
    );
  return (
    <Section
      title={t('department.title')}
      actions={found.status === 'data' && add(found.data.items)}
    >
      <LoadableView
        loadable={found}
        empty={{
          when: ({ items }) => items.length === 0,
          title: t('department.none'),
          description: t('department.noneHelp'),
        }}
      >
        {({ items }) => (
          <ul className={styles.tree} aria-label={t('department.title')}>
            <DepartmentNodes
              nodes={departmentTree(items)}
              tenant={code}
              departments={items}
              mayChange={mayChange}
              onChanged={onChanged}
            />
          </ul>
        )}
      </LoadableView>
    </Section>
  );
}
