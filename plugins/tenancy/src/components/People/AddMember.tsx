import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  TENANT_ROLES,
  userRef,
  type CustomRole,
  type TenantRole,
} from '@caas/plugin-tenancy-common';
import {
  PersonPicker,
  tenancyApiRef,
  useTenancyWords,
} from '@caas/plugin-tenancy-react';
import { FieldFrame } from '@caas/portal-ui';
import { z } from 'zod';
import { manageTranslationRef } from '../../manage/translation';
import { DialogForm } from '../DialogForm';

const CUSTOM = 'custom:';
const input = z.object({ user: userRef, role: z.string().min(1) });

/** What a role in the list of choices means to the operations of members. */
function choiceOf(role: string) {
  return role.startsWith(CUSTOM)
    ? { customRole: role.slice(CUSTOM.length) }
    : { role: role as TenantRole };
}

/** Gives a person a role in the tenant, built-in or its own. */
export function AddMember(props: {
  tenant: string;
  customRoles: CustomRole[];
  onAdded(): void;
}) {
  const { tenant, customRoles, onAdded } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const roles = [
    ...TENANT_ROLES.map(role => ({
      id: role as string,
      label: words.role(role),
      description: t(`people.roleHelp.${role}`),
    })),
    ...customRoles.map(role => ({
      id: `${CUSTOM}${role.code}`,
      label: words.tenantName(role),
      description: t('people.customRole'),
    })),
  ];
  return (
    <DialogForm<{ user: string | null; role: string }>
      isPrimary
      label={t('people.add')}
      title={t('people.addTitle')}
      submitLabel={t('people.addConfirm')}
      failedTitle={t('people.addFailed')}
      doneMessage={({ role }) =>
        t('people.added', {
          role: roles.find(({ id }) => id === role)?.label ?? role,
        })
      }
      initial={{ user: null, role: 'developer' }}
      schema={input}
      toInput={draft => draft}
      run={async ({ user, role }) => {
        // The schema lets no null pass.
        await api.members.add({ code: tenant, user: user!, ...choiceOf(role) });
        onAdded();
      }}
    >
      {form => (
        <>
          <PersonPicker
            label={t('people.person')}
            value={form.draft.user}
            onChange={user => form.change({ user })}
            problem={form.isWrong('user') ? t('problem.person') : undefined}
            isRequired
          />
          <FieldFrame problem={undefined}>
            {field => (
              <Select
                {...field}
                label={t('people.role')}
                secondaryLabel={t('form.required')}
                options={roles}
                value={form.draft.role}
                onChange={key => form.change({ role: String(key ?? '') })}
                isRequired
              />
            )}
          </FieldFrame>
        </>
      )}
    </DialogForm>
  );
}
