import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { LoadableView, PageFrame, useLoadable } from '@caas/portal-ui';
import { useNavigate } from 'react-router-dom';
import { clustersApiRef } from '../../api';
import { registrationTranslationRef } from '../../registration/translation';
import {
  clusterRouteRef,
  editClusterRouteRef,
  rootRouteRef,
} from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { RegistrationForm } from './RegistrationForm';

/** Changes a registered cluster. */
export function EditPage() {
  const { cluster } = useRouteRefParams(editClusterRouteRef);
  const { t } = useTranslationRef(registrationTranslationRef);
  const { t: ofPages } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const clusterHref = useRouteRef(clusterRouteRef)?.({ cluster }) ?? listHref;
  const navigate = useNavigate();
  const registered = useLoadable(
    () => api.registrations.get({ cluster }),
    [api, cluster],
  );
  return (
    <PageFrame
      title={t('page.edit', { name: cluster })}
      breadcrumbs={[
        { label: ofPages('page.title'), href: listHref },
        { label: cluster, href: clusterHref },
      ]}
    >
      <LoadableView loadable={registered}>
        {found => (
          <RegistrationForm
            registered={found}
            cancelHref={clusterHref}
            onSaved={() => navigate(clusterHref)}
          />
        )}
      </LoadableView>
    </PageFrame>
  );
}
