import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import { ENVIRONMENTS } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import type { Fact } from '@caas/portal-ui';
import { requestKindsTranslationRef } from '../translation';
import { textIn } from './amountsDraft';

/** Where something is: which environment of which cluster. */
export function usePlaceFacts(): (payload: RequestPayload) => Fact[] {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  return payload => {
    const environment = textIn(payload, 'environment');
    const known = ENVIRONMENTS.find(candidate => candidate === environment);
    return [
      {
        label: t('place.environment'),
        value: known ? words.environment(known) : environment,
      },
      { label: t('place.cluster'), value: textIn(payload, 'cluster') },
    ].filter(({ value }) => value);
  };
}

/** Which namespace of the tenant it is about. Before the server has seen the payload only its id is known. */
export function useNamespaceFacts(): (payload: RequestPayload) => Fact[] {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const placeFacts = usePlaceFacts();
  return payload => [
    {
      label: t('namespace.label'),
      value: textIn(payload, 'name') || textIn(payload, 'namespace'),
    },
    ...placeFacts(payload),
  ];
}
