import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Department } from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyWords } from '@caas/plugin-tenancy-react';
import { ConfirmButton } from '@caas/portal-ui';
import { manageTranslationRef } from '../../manage/translation';
import { DepartmentForm } from './DepartmentForm';
import type { DepartmentNode } from './departmentTree';
import styles from './Organisation.module.css';

type Props = {
  tenant: string;
  departments: Department[];
  mayChange: boolean;
  onChanged(): void;
};

/** Departments beside each other, each with those below it. */
export function DepartmentNodes(props: Props & { nodes: DepartmentNode[] }) {
  const { nodes, ...context } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  return nodes.map(({ department, below }) => (
    <li key={department.code}>
      <div className={styles.node}>
        <div className={styles.what}>
          <Text weight="bold">{words.tenantName(department)}</Text>{' '}
          <Text variant="body-small" color="secondary">
            {department.code} ·{' '}
            {t('department.members', { count: department.memberCount })}
          </Text>
        </div>
        {context.mayChange && (
          <DepartmentActions
            {...context}
            department={department}
            isLeaf={below.length === 0}
          />
        )}
      </div>
      {below.length > 0 && (
        <ul className={styles.below}>
          <DepartmentNodes {...context} nodes={below} />
        </ul>
      )}
    </li>
  ));
}

function DepartmentActions(
  props: Props & { department: Department; isLeaf: boolean },
) {
  const { department, isLeaf, ...context } = props;
  const { tenant, onChanged } = context;
  const { code, version } = department;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const toasts = useApi(toastApiRef);
  const name = words.tenantName(department);
  return (
    <div className={styles.actions}>
      <DepartmentForm {...context} below={department} />
      <DepartmentForm {...context} department={department} />
      {isLeaf && department.memberCount === 0 && (
        <ConfirmButton
          label={t('department.delete')}
          title={t('department.deleteTitle', { name })}
          question={t('department.deleteQuestion')}
          confirmLabel={t('department.deleteConfirm')}
          keepLabel={t('form.cancel')}
          failedTitle={t('department.deleteFailed')}
          run={async () => {
            await api.departments.delete({ tenant, code, version });
            toasts.post({
              title: t('department.deleted', { name }),
              status: 'success',
            });
            onChanged();
          }}
        />
      )}
    </div>
  );
}
