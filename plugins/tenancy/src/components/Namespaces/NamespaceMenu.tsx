import { useState } from 'react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  amountsOfResources,
  NAMESPACE_DELETE,
  NAMESPACE_RENEW,
  NAMESPACE_RESIZE,
  type Namespace,
} from '@caas/plugin-tenancy-common';
import { RiMore2Line } from '@remixicon/react';
import { useWizardHref } from '../../hooks/useWizardHref';
import { clusterNamespaceRouteRef, requestRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { ExportsDialog } from './ExportsDialog';

/** Where a namespace leads: to its cluster, its request, and to requests that would change it. */
export function NamespaceMenu(props: {
  namespace: Namespace;
  /** Whether the person may ask for changes. */
  mayApply: boolean;
}) {
  const { namespace, mayApply } = props;
  const { t } = useTranslationRef(tenantsTranslationRef);
  const toCluster = useRouteRef(clusterNamespaceRouteRef);
  const toRequest = useRouteRef(requestRouteRef);
  const toWizard = useWizardHref();
  const { id, name, cluster, state, resources, requestId } = namespace;
  const [isShowingExports, setIsShowingExports] = useState(false);
  const isGone = state === 'deleting' || state === 'deleted';
  const wizard = (
    kind: string,
    payload: Record<string, string | number> = {},
  ) =>
    mayApply && !isGone
      ? toWizard({
          kind,
          tenant: namespace.tenant,
          payload: { namespace: id, ...payload },
        })
      : undefined;
  const ways = [
    {
      label: t('namespace.show'),
      href: isGone ? undefined : toCluster?.({ cluster, namespace: name }),
    },
    { label: t('namespace.request'), href: toRequest?.({ id: requestId }) },
    {
      label: t('namespace.resize'),
      href: wizard(NAMESPACE_RESIZE, amountsOfResources(resources)),
    },
    {
      label: t('namespace.renew'),
      href: namespace.lease && wizard(NAMESPACE_RENEW),
    },
    { label: t('namespace.delete'), href: wizard(NAMESPACE_DELETE) },
  ].filter(({ href }) => href);
  const hasExports = isGone || namespace.lease?.stage === 'exported';
  return (
    <>
      <MenuTrigger>
        <ButtonIcon
          variant="tertiary"
          icon={<RiMore2Line />}
          aria-label={t('namespace.actionsOf', { name })}
        />
        <Menu>
          {ways.map(({ label, href }) => (
            <MenuItem key={label} href={href}>
              {label}
            </MenuItem>
          ))}
          {hasExports && (
            <MenuItem onAction={() => setIsShowingExports(true)}>
              {t('namespace.exports')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      <ExportsDialog
        namespace={namespace}
        isOpen={isShowingExports}
        onClose={() => setIsShowingExports(false)}
      />
    </>
  );
}
