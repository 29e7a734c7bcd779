import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestKindPayloadProps } from '@caas/plugin-approvals-react';
import {
  ENVIRONMENTS,
  namespaceNameOf,
  parseCpu,
  parseMemory,
} from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import {
  FactList,
  formatBytes,
  formatCores,
  usePortalLanguage,
} from '@caas/portal-ui';
import { tenancyTranslationRef } from '../../translation';
import { draftOf } from './namespaceDraft';

/** What a request for a namespace asks for. Amounts that cannot be read are shown as they were sent. */
export function NamespacePayload(props: RequestKindPayloadProps) {
  const { tenant, payload } = props;
  const { name, cluster, environment, cpu, memory } = draftOf(payload);
  const { t } = useTranslationRef(tenancyTranslationRef);
  const words = useTenancyWords();
  const language = usePortalLanguage();
  const known = ENVIRONMENTS.find(candidate => candidate === environment);
  const millicores = parseCpu(cpu);
  const bytes = parseMemory(memory);
  return (
    <FactList
      facts={[
        {
          label: t('column.namespace'),
          value: namespaceNameOf(tenant, { name, environment }),
        },
        { label: t('form.cluster'), value: cluster },
        {
          label: t('form.environment'),
          value: known ? words.environment(known) : environment,
        },
        {
          label: t('form.cpu'),
          value:
            millicores === undefined ? cpu : formatCores(millicores, language),
        },
        {
          label: t('form.memory'),
          value: bytes === undefined ? memory : formatBytes(bytes, language),
        },
      ]}
    />
  );
}
