import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex } from '@backstage/ui';
import {
  tenantUpdatePermission,
  type Tenant,
} from '@caas/plugin-tenancy-common';
import { useMayInTenant } from '../../hooks/useMayInTenant';
import { manageTranslationRef } from '../../manage/translation';
import { editTenantRouteRef } from '../../routes';
import { ApplyForNamespace } from '../ApplyForNamespace';
import { StateActions } from '../TenantState';

/** What may be done with a tenant, by those who may. */
export function TenantActions(props: { tenant: Tenant; onChanged(): void }) {
  const { tenant, onChanged } = props;
  const { code } = tenant;
  const { t } = useTranslationRef(manageTranslationRef);
  const editHref = useRouteRef(editTenantRouteRef)?.({ code });
  const mayEdit = useMayInTenant(tenantUpdatePermission, code);
  return (
    <Flex gap="2" style={{ flexWrap: 'wrap' }}>
      {mayEdit && editHref && tenant.state !== 'closed' && (
        <ButtonLink variant="secondary" href={editHref}>
          {t('tenant.edit')}
        </ButtonLink>
      )}
      <StateActions tenant={tenant} onChanged={onChanged} />
      <ApplyForNamespace tenant={tenant} />
    </Flex>
  );
}
