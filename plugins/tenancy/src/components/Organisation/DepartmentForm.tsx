import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  departmentChange,
  newDepartment,
  type Department,
} from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyWords } from '@caas/plugin-tenancy-react';
import { manageTranslationRef } from '../../manage/translation';
import { DialogForm } from '../DialogForm';
import { CodeField, NameFields } from '../NameFields';
import { codesBelow } from './departmentTree';

/** Stands for "right below the tenant". */
const TOP = '-';

type Draft = { code: string; name: string; nameEn: string; parent: string };

const parentOf = ({ parent }: Draft) => (parent === TOP ? undefined : parent);

type Props = {
  tenant: string;
  departments: Department[];
  /** The one to be changed; a new one when it is left out. */
  department?: Department;
  /** Where a new one begins. */
  below?: Department;
  isPrimary?: boolean;
  onChanged(): void;
};

/** Makes a department, or renames it and moves it in the tree. */
export function DepartmentForm(props: Props) {
  const { tenant, departments, department, below, onChanged } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const barred = department
    ? codesBelow(departments, department.code)
    : new Set<string>();
  const about = department ?? below;
  const label = t(labelOf(props));
  return (
    <DialogForm<Draft>
      isPrimary={props.isPrimary}
      label={label}
      accessibleLabel={about && `${label}: ${words.tenantName(about)}`}
      title={
        department
          ? t('department.editTitle', { name: words.tenantName(department) })
          : t('department.addTitle')
      }
      submitLabel={t('form.save')}
      failedTitle={t('department.failed')}
      doneMessage={draft =>
        t('department.saved', { name: words.tenantName(draft) })
      }
      initial={{
        code: department?.code ?? '',
        name: department?.name ?? '',
        nameEn: department?.nameEn ?? '',
        parent: department?.parent ?? below?.code ?? TOP,
      }}
      schema={department ? departmentChange : newDepartment}
      toInput={draft => ({
        ...draft,
        tenant,
        parent: parentOf(draft),
        version: department?.version,
      })}
      run={async draft => {
        const { code, name, nameEn } = draft;
        const named = { tenant, code, name, nameEn };
        await (department
          ? api.departments.update({
              ...named,
              version: department.version,
              parent: parentOf(draft) ?? null,
            })
          : api.departments.create({ ...named, parent: parentOf(draft) }));
        onChanged();
      }}
    >
      {form => (
        <>
          {!department && <CodeField form={form} example="motor-claims" />}
          <NameFields form={form} />
          <Select
            label={t('department.parent')}
            options={[
              { id: TOP, label: t('department.top') },
              ...departments
                .filter(({ code }) => !barred.has(code))
                .map(each => ({
                  id: each.code,
                  label: words.tenantName(each),
                })),
            ]}
            value={form.draft.parent}
            onChange={key => form.change({ parent: String(key ?? TOP) })}
          />
        </>
      )}
    </DialogForm>
  );
}

function labelOf({ department, below }: Props) {
  if (department) return 'department.edit';
  return below ? 'department.addBelow' : 'department.add';
}
