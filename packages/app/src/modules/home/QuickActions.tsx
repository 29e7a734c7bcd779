import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { NAMESPACE_CREATE } from '@caas/plugin-tenancy-common';
import {
  RiAddBoxLine,
  RiBookOpenLine,
  RiPlugLine,
  RiStackLine,
} from '@remixicon/react';
import {
  apisRouteRef,
  createServiceRouteRef,
  docsRouteRef,
  newRequestRouteRef,
} from './routes';
import { homeTranslationRef } from './translation';
import styles from './HomePage.module.css';

/** What people most often come to do. */
export function QuickActions() {
  const { t } = useTranslationRef(homeTranslationRef);
  const createService = useRouteRef(createServiceRouteRef);
  const newRequest = useRouteRef(newRequestRouteRef);
  const apis = useRouteRef(apisRouteRef);
  const docs = useRouteRef(docsRouteRef);
  return (
    <div
      role="group"
      aria-label={t('actions.title')}
      className={styles.actions}
    >
      {createService && (
        <ButtonLink href={createService()} iconStart={<RiAddBoxLine />}>
          {t('actions.createService')}
        </ButtonLink>
      )}
      {newRequest && (
        <ButtonLink
          variant="secondary"
          href={`${newRequest()}?kind=${NAMESPACE_CREATE}`}
          iconStart={<RiStackLine />}
        >
          {t('actions.requestNamespace')}
        </ButtonLink>
      )}
      {apis && (
        <ButtonLink
          variant="secondary"
          href={apis()}
          iconStart={<RiPlugLine />}
        >
          {t('actions.findApi')}
        </ButtonLink>
      )}
      {docs && (
        <ButtonLink
          variant="secondary"
          href={docs()}
          iconStart={<RiBookOpenLine />}
        >
          {t('actions.readDocs')}
        </ButtonLink>
      )}
    </div>
  );
}
