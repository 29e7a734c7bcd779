import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { useAskableTenants } from '@caas/plugin-tenancy-react';
import { RiAddLine } from '@remixicon/react';
import { newRequestRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';

/** Only for those who may ask for something somewhere. */
export function NewRequestButton() {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const newRequestHref = useRouteRef(newRequestRouteRef)?.();
  const tenants = useAskableTenants();
  const mayAsk = tenants.status === 'data' && tenants.data.length > 0;
  if (!mayAsk || !newRequestHref) return null;
  return (
    <ButtonLink href={newRequestHref} iconStart={<RiAddLine />}>
      {t('list.new')}
    </ButtonLink>
  );
}
