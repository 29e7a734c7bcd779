import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex } from '@backstage/ui';
import { NAMESPACE_CREATE } from '@caas/plugin-tenancy-common';
import { RiAddBoxLine, RiStackLine } from '@remixicon/react';
import { createServiceRouteRef, newRequestRouteRef } from './routes';
import { homeTranslationRef } from './translation';

/** What people most often come to do. */
export function QuickActions() {
  const { t } = useTranslationRef(homeTranslationRef);
  const createService = useRouteRef(createServiceRouteRef);
  const newRequest = useRouteRef(newRequestRouteRef);
  return (
    <Flex gap="2" role="group" aria-label={t('actions.title')}>
      {newRequest && (
        <ButtonLink
          variant="secondary"
          href={`${newRequest()}?kind=${NAMESPACE_CREATE}`}
          iconStart={<RiStackLine />}
        >
          {t('actions.requestNamespace')}
        </ButtonLink>
      )}
      {createService && (
        <ButtonLink href={createService()} iconStart={<RiAddBoxLine />}>
          {t('actions.createService')}
        </ButtonLink>
      )}
    </Flex>
  );
}
