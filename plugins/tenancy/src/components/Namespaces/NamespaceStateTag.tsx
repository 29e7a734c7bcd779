import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Namespace } from '@caas/plugin-tenancy-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';

const TONES: Record<Namespace['state'], StatusTone> = {
  provisioning: 'info',
  ready: 'success',
  failed: 'danger',
  stopped: 'warning',
  deleting: 'info',
  deleted: 'neutral',
};

/** The state of a namespace as a tag. */
export function NamespaceStateTag({ state }: Pick<Namespace, 'state'>) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  return (
    <StatusTag tone={TONES[state]} label={t(`namespace.state.${state}`)} />
  );
}
