import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex } from '@backstage/ui';
import { NAMESPACE_CREATE, type Tenant } from '@caas/plugin-tenancy-common';
import { mayAsk } from '@caas/plugin-tenancy-react';
import { RiAddLine } from '@remixicon/react';
import { newRequestRouteRef, requestsRouteRef } from '../../routes';
import { tenancyTranslationRef } from '../../translation';

/** Ways from a tenant to what it asks for. */
export function TenantActions({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const requestsHref = useRouteRef(requestsRouteRef)?.();
  return (
    <Flex gap="2">
      {requestsHref && (
        <ButtonLink
          variant="secondary"
          href={`${requestsHref}?${new URLSearchParams({ view: 'all', tenant: tenant.code })}`}
        >
          {t('action.requests')}
        </ButtonLink>
      )}
      <ApplyForNamespace tenant={tenant} />
    </Flex>
  );
}

/** Only for those who may ask for something in this tenant. */
export function ApplyForNamespace({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const newRequestHref = useRouteRef(newRequestRouteRef)?.();
  const { code, state, myRoles } = tenant;
  if (!newRequestHref || state !== 'active' || !mayAsk(myRoles)) return null;
  const search = new URLSearchParams({ kind: NAMESPACE_CREATE, tenant: code });
  return (
    <ButtonLink href={`${newRequestHref}?${search}`} iconStart={<RiAddLine />}>
      {t('action.apply')}
    </ButtonLink>
  );
}
