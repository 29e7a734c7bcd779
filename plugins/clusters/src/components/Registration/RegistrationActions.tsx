import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex } from '@backstage/ui';
import {
  clusterDeletePermission,
  clusterRegisterPermission,
  clusterUpdatePermission,
  type Cluster,
} from '@caas/plugin-clusters-common';
import { registrationTranslationRef } from '../../registration/translation';
import { editClusterRouteRef, registerClusterRouteRef } from '../../routes';
import { useMay } from '../Actions/useMay';
import { RemoveButton } from './RemoveButton';

/** For those who may register clusters; nothing for others. */
export function RegisterLink() {
  const { t } = useTranslationRef(registrationTranslationRef);
  const href = useRouteRef(registerClusterRouteRef)?.();
  const mayRegister = useMay(clusterRegisterPermission);
  if (!mayRegister || !href) return null;
  return <ButtonLink href={href}>{t('action.register')}</ButtonLink>;
}

/** What may be done with a cluster that was registered in the portal; those of the configuration are changed there. */
export function RegistrationActions({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslationRef(registrationTranslationRef);
  const editHref = useRouteRef(editClusterRouteRef)?.({
    cluster: cluster.name,
  });
  const mayUpdate = useMay(clusterUpdatePermission);
  const mayRemove = useMay(clusterDeletePermission);
  if (cluster.origin !== 'portal') return null;
  return (
    <Flex gap="2">
      {mayUpdate && editHref && (
        <ButtonLink variant="secondary" href={editHref}>
          {t('action.edit')}
        </ButtonLink>
      )}
      {mayRemove && <RemoveButton cluster={cluster.name} />}
    </Flex>
  );
}
