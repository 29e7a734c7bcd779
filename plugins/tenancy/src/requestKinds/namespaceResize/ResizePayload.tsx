import type { RequestKindPayloadProps } from '@caas/plugin-approvals-react';
import { FactList } from '@caas/portal-ui';
import { heldAmounts } from '../shared/amountsDraft';
import { useAmountFacts } from '../shared/useAmountFacts';
import { useNamespaceFacts } from '../shared/useNamespaceFacts';

/** What a namespace has, and what it shall have. */
export function ResizePayload({ payload }: RequestKindPayloadProps) {
  const namespaceFacts = useNamespaceFacts();
  const amountFacts = useAmountFacts();
  return (
    <FactList
      facts={[
        ...namespaceFacts(payload),
        ...amountFacts(payload, heldAmounts(payload)),
      ]}
    />
  );
}
