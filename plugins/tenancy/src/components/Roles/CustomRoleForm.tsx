import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup } from '@backstage/ui';
import {
  customRoleChange,
  newCustomRole,
  type CustomRole,
  type CustomRolePermission,
} from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyWords } from '@caas/plugin-tenancy-react';
import { FieldFrame, useBilingual } from '@caas/portal-ui';
import type { DraftForm } from '../../forms/useDraft';
import { manageTranslationRef } from '../../manage/translation';
import { DialogForm } from '../DialogForm';
import { CodeField, NameFields } from '../NameFields';
import { PERMISSION_GROUPS, permissionsOf } from './permissionGroups';

type Draft = {
  code: string;
  name: string;
  nameEn: string;
  permissions: CustomRolePermission[];
};

/** Makes a role of the tenant, or changes one: its names, and what those who have it may do. */
export function CustomRoleForm(props: {
  tenant: string;
  /** The one to be changed; a new one when it is left out. */
  role?: CustomRole;
  onChanged(): void;
}) {
  const { tenant, role, onChanged } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const label = t(role ? 'role.edit' : 'role.add');
  return (
    <DialogForm<Draft>
      isPrimary={!role}
      label={label}
      accessibleLabel={role && `${label}: ${words.tenantName(role)}`}
      title={
        role
          ? t('role.editTitle', { name: words.tenantName(role) })
          : t('role.addTitle')
      }
      submitLabel={t('form.save')}
      failedTitle={t('role.failed')}
      doneMessage={draft => t('role.saved', { name: words.tenantName(draft) })}
      initial={{
        code: role?.code ?? '',
        name: role?.name ?? '',
        nameEn: role?.nameEn ?? '',
        permissions: role?.permissions ?? [],
      }}
      schema={role ? customRoleChange : newCustomRole}
      toInput={draft => ({ ...draft, tenant, version: role?.version })}
      run={async draft => {
        await (role
          ? api.roles.update({ ...draft, tenant, version: role.version })
          : api.roles.create({ ...draft, tenant }));
        onChanged();
      }}
    >
      {form => (
        <>
          {!role && <CodeField form={form} example="releaser" />}
          <NameFields form={form} />
          <PermissionFields form={form} />
        </>
      )}
    </DialogForm>
  );
}

/** What those who have the role may do, by what it is about. */
function PermissionFields({ form }: { form: DraftForm<Draft> }) {
  const { t } = useTranslationRef(manageTranslationRef);
  const bilingual = useBilingual();
  const { permissions } = form.draft;
  return (
    <FieldFrame
      problem={
        form.isWrong('permissions') ? t('problem.permissions') : undefined
      }
    >
      {field => (
        <>
          {PERMISSION_GROUPS.map(group => {
            const names = permissionsOf(group).map(({ name }) => name);
            return (
              <CheckboxGroup
                key={group}
                {...field}
                label={t(`role.group.${group}`)}
                value={permissions.filter(name => names.includes(name))}
                onChange={chosen =>
                  form.change({
                    permissions: [
                      ...permissions.filter(name => !names.includes(name)),
                      ...names.filter(name => chosen.includes(name)),
                    ],
                  })
                }
              >
                {permissionsOf(group).map(({ name, label }) => (
                  <Checkbox key={name} value={name}>
                    {bilingual(label)}
                  </Checkbox>
                ))}
              </CheckboxGroup>
            );
          })}
        </>
      )}
    </FieldFrame>
  );
}
