import type { RequestKindPayloadProps } from '@caas/plugin-approvals-react';
import { FactList } from '@caas/portal-ui';
import { heldAmounts } from '../shared/amountsDraft';
import { useAmountFacts } from '../shared/useAmountFacts';
import { usePlaceFacts } from '../shared/useNamespaceFacts';

/** What a tenant may hold somewhere, and what it shall be able to. */
export function QuotaPayload({ payload }: RequestKindPayloadProps) {
  const placeFacts = usePlaceFacts();
  const amountFacts = useAmountFacts();
  return (
    <FactList
      facts={[
        ...placeFacts(payload),
        ...amountFacts(payload, heldAmounts(payload)),
      ]}
    />
  );
}
