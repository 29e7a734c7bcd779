import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { usePermission } from '@backstage/plugin-permission-react';
import { clusterRegisterPermission } from '@caas/plugin-clusters-common';
import { LoadableView, PageFrame } from '@caas/portal-ui';
import { useNavigate } from 'react-router-dom';
import { registrationTranslationRef } from '../../registration/translation';
import { clusterRouteRef, rootRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { RegistrationForm } from './RegistrationForm';

/** Registers a cluster. */
export function RegisterPage() {
  const { t } = useTranslationRef(registrationTranslationRef);
  const { t: ofPages } = useTranslationRef(clustersTranslationRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const toCluster = useRouteRef(clusterRouteRef);
  const navigate = useNavigate();
  const { loading, allowed } = usePermission({
    permission: clusterRegisterPermission,
  });
  return (
    <PageFrame
      title={t('page.register')}
      description={t('page.registerHelp')}
      breadcrumbs={[{ label: ofPages('page.title'), href: listHref }]}
    >
      <LoadableView loadable={asLoadable(loading, allowed, t('page.denied'))}>
        {() => (
          <RegistrationForm
            cancelHref={listHref}
            onSaved={cluster => navigate(toCluster?.({ cluster }) ?? listHref)}
          />
        )}
      </LoadableView>
    </PageFrame>
  );
}

function asLoadable(isLoading: boolean, isAllowed: boolean, denied: string) {
  if (isLoading) return { status: 'loading' as const };
  return isAllowed
    ? {
        status: 'data' as const,
        data: true,
        retry: () => {},
        isRefreshing: false,
      }
    : { status: 'denied' as const, error: new NotAllowedError(denied) };
}
