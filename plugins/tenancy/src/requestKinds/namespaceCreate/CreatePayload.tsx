import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestKindPayloadProps } from '@caas/plugin-approvals-react';
import { namespaceNameOf } from '@caas/plugin-tenancy-common';
import { FactList } from '@caas/portal-ui';
import { useAmountFacts } from '../shared/useAmountFacts';
import { useDayText } from '../shared/useDayText';
import { usePlaceFacts } from '../shared/useNamespaceFacts';
import { requestKindsTranslationRef } from '../translation';
import { createDraftOf } from './createDraft';

/** What a request for a namespace asks for. Amounts that cannot be read are shown as they were sent. */
export function CreatePayload({ tenant, payload }: RequestKindPayloadProps) {
  const draft = createDraftOf(payload);
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const placeFacts = usePlaceFacts();
  const amountFacts = useAmountFacts();
  const dayText = useDayText();
  return (
    <FactList
      facts={[
        { label: t('namespace.label'), value: namespaceNameOf(tenant, draft) },
        ...placeFacts(payload),
        ...(draft.partition
          ? [{ label: t('partition.label'), value: draft.partition }]
          : []),
        ...amountFacts(payload),
        ...(draft.leaseUntil
          ? [{ label: t('lease.label'), value: dayText(draft.leaseUntil) }]
          : []),
      ]}
    />
  );
}
