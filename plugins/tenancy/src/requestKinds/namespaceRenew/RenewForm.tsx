import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestKindFormProps } from '@caas/plugin-approvals-react';
import { lastDayOf, type Namespace } from '@caas/plugin-tenancy-common';
import { textIn } from '../shared/amountsDraft';
import { LeaseField } from '../shared/LeaseField';
import { NamespaceChoice } from '../shared/NamespaceChoice';
import { useDayText } from '../shared/useDayText';
import { requestKindsTranslationRef } from '../translation';

/** Which lease is made longer, and until when. */
export function RenewForm(props: RequestKindFormProps) {
  const { tenant, value, onChange, onDefault, errors } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const dayText = useDayText();
  const of = (namespace: Namespace | undefined) => ({
    ...value,
    namespace: namespace?.id ?? '',
    from: lastDay(namespace),
  });
  return (
    <NamespaceChoice
      tenant={tenant}
      isFit={hasLease}
      value={textIn(value, 'namespace')}
      onChange={namespace => onChange(of(namespace))}
      onDefault={namespace => onDefault(of(namespace))}
      isKnown={namespace => textIn(value, 'from') === lastDay(namespace)}
      problem={errors.namespace}
    >
      {namespace => (
        <Flex direction="column" gap="4">
          <Text as="p">
            {t('renew.from', { day: dayText(lastDay(namespace)) })}
          </Text>
          <LeaseField
            value={textIn(value, 'leaseUntil')}
            onChange={leaseUntil => onChange({ ...of(namespace), leaseUntil })}
            problem={errors.leaseUntil}
          />
        </Flex>
      )}
    </NamespaceChoice>
  );
}

function hasLease({ lease }: Namespace): boolean {
  return lease !== undefined;
}

/** The last day of a namespace's lease; empty where it has none. */
function lastDay(namespace: Namespace | undefined): string {
  return namespace?.lease ? lastDayOf(namespace.lease.until) : '';
}
