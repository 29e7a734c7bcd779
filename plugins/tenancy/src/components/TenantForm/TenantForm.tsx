import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Flex } from '@backstage/ui';
import {
  newTenant,
  tenantChange,
  type Tenant,
} from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyWords } from '@caas/plugin-tenancy-react';
import { CommandFailure, useCommand } from '@caas/portal-ui';
import { useDraft } from '../../forms/useDraft';
import { manageTranslationRef } from '../../manage/translation';
import {
  draftOf,
  EMPTY_TENANT,
  toNewTenant,
  toTenantChange,
  type TenantDraft,
} from './tenantDraft';
import { TenantFields } from './TenantFields';

/** A tenant to be made, or one that is there, to be changed. */
export function TenantForm(props: {
  tenant?: Tenant;
  cancelHref: string;
  onSaved(code: string): void;
}) {
  const { tenant, cancelHref, onSaved } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const words = useTenancyWords();
  const api = useApi(tenancyApiRef);
  const toasts = useApi(toastApiRef);
  const { state, run } = useCommand();
  const toInput = (draft: TenantDraft) =>
    tenant ? toTenantChange(draft, tenant) : toNewTenant(draft);
  const form = useDraft({
    initial: tenant ? draftOf(tenant) : EMPTY_TENANT,
    schema: tenant ? tenantChange : newTenant,
    toInput,
  });
  const save = async () => {
    if (!form.check()) return;
    await run(async () => {
      const saved = tenant
        ? await api.tenants.update(toTenantChange(form.draft, tenant))
        : await api.tenants.create(toNewTenant(form.draft));
      toasts.post({
        title: t('tenant.saved', { name: words.tenantName(saved) }),
        status: 'success',
      });
      onSaved(saved.code);
    });
  };
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <Flex direction="column" gap="4">
        <TenantFields form={form} tenant={tenant} />
        <CommandFailure state={state} title={t('tenant.failed')} />
        <Flex gap="3">
          <Button type="submit" isPending={state.status === 'working'}>
            {tenant ? t('form.save') : t('tenant.create')}
          </Button>
          <ButtonLink variant="secondary" href={cancelHref}>
            {t('form.cancel')}
          </ButtonLink>
        </Flex>
      </Flex>
    </form>
  );
}
