import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Namespace } from '@caas/plugin-tenancy-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';
import { tenancyTranslationRef } from '../translation';

const TONES: Record<Namespace['state'], StatusTone> = {
  provisioning: 'info',
  ready: 'success',
  failed: 'danger',
};

/** The state of a namespace as a tag. */
export function NamespaceStateTag({ state }: Pick<Namespace, 'state'>) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <StatusTag tone={TONES[state]} label={t(`namespace.state.${state}`)} />
  );
}
