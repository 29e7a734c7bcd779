import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  customRoleUpdatePermission,
  type CustomRole,
  type TenantDetail,
} from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyWords } from '@caas/plugin-tenancy-react';
import {
  ConfirmButton,
  EmptyState,
  Section,
  useBilingual,
} from '@caas/portal-ui';
import { useMayInTenant } from '../../hooks/useMayInTenant';
import { manageTranslationRef } from '../../manage/translation';
import { CustomRoleForm } from './CustomRoleForm';
import { labelOf } from './permissionGroups';
import styles from './CustomRoles.module.css';

/** The roles that a tenant has made, in words; those who may make and change them. */
export function CustomRoles(props: {
  tenant: TenantDetail;
  roles: CustomRole[];
  onChanged(): void;
}) {
  const { tenant, roles, onChanged } = props;
  const { code } = tenant;
  const { t } = useTranslationRef(manageTranslationRef);
  const mayChange =
    useMayInTenant(customRoleUpdatePermission, code) &&
    tenant.state !== 'closed';
  const add = mayChange && (
    <CustomRoleForm tenant={code} onChanged={onChanged} />
  );
  return (
    <Section title={t('role.title')} actions={add}>
      {roles.length === 0 ? (
        <EmptyState title={t('role.none')} description={t('role.noneHelp')} />
      ) : (
        <ul className={styles.roles} aria-label={t('role.title')}>
          {roles.map(role => (
            <li key={role.code} className={styles.role}>
              <RoleFacts role={role} />
              {mayChange && <RoleActions role={role} onChanged={onChanged} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function RoleFacts({ role }: { role: CustomRole }) {
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const bilingual = useBilingual();
  return (
    <div className={styles.what}>
      <Text weight="bold">{words.tenantName(role)}</Text>{' '}
      <Text variant="body-small" color="secondary">
        {role.code} · {t('role.members', { count: role.memberCount })}
      </Text>
      <Text as="p" variant="body-small">
        {role.permissions
          .map(name => bilingual(labelOf(name)))
          .join(t('separator'))}
      </Text>
    </div>
  );
}

function RoleActions(props: { role: CustomRole; onChanged(): void }) {
  const { role, onChanged } = props;
  const { tenant, code, version, memberCount } = role;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const toasts = useApi(toastApiRef);
  const name = words.tenantName(role);
  return (
    <Flex gap="2">
      <CustomRoleForm tenant={tenant} role={role} onChanged={onChanged} />
      {memberCount === 0 && (
        <ConfirmButton
          label={t('role.delete')}
          title={t('role.deleteTitle', { name })}
          question={t('role.deleteQuestion')}
          confirmLabel={t('role.deleteConfirm')}
          keepLabel={t('form.cancel')}
          failedTitle={t('role.deleteFailed')}
          run={async () => {
            await api.roles.delete({ tenant, code, version });
            toasts.post({
              title: t('role.deleted', { name }),
              status: 'success',
            });
            onChanged();
          }}
        />
      )}
    </Flex>
  );
}
