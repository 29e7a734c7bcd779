import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestKindPayloadProps } from '@caas/plugin-approvals-react';
import { FactList } from '@caas/portal-ui';
import { textIn } from '../shared/amountsDraft';
import { FromTo } from '../shared/FromTo';
import { useDayText } from '../shared/useDayText';
import { useNamespaceFacts } from '../shared/useNamespaceFacts';
import { requestKindsTranslationRef } from '../translation';

/** When a lease ends, and when it shall end. */
export function RenewPayload({ payload }: RequestKindPayloadProps) {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const namespaceFacts = useNamespaceFacts();
  const dayText = useDayText();
  const from = textIn(payload, 'from');
  return (
    <FactList
      facts={[
        ...namespaceFacts(payload),
        {
          label: t('lease.label'),
          value: (
            <FromTo
              from={from ? dayText(from) : undefined}
              to={dayText(textIn(payload, 'leaseUntil'))}
            />
          ),
        },
      ]}
    />
  );
}
