import { useEffect } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestKindFormProps } from '@caas/plugin-approvals-react';
import { amountsIn, readAmounts } from '../shared/amountsDraft';
import { dayAfter } from '../shared/leaseDays';
import { LeaseField } from '../shared/LeaseField';
import { PoolForecast } from '../shared/PoolForecast';
import { poolAt, usePools } from '../shared/usePools';
import { requestKindsTranslationRef } from '../translation';
import { createDraftOf, hasLease, LEASE_DEFAULT_DAYS } from './createDraft';
import { SizeField } from './SizeField';

/** How much the namespace may hold, and until when. */
export function SizeForm(props: RequestKindFormProps) {
  const { tenant, value, onChange, onDefault, errors } = props;
  const draft = createDraftOf(value);
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const pools = usePools(tenant);
  const pool =
    pools.status === 'data' ? poolAt(pools.data.items, draft) : undefined;
  const ends = hasLease(draft.environment);
  useEffect(() => {
    if (ends && !draft.leaseUntil) {
      const leaseUntil = dayAfter(new Date(), LEASE_DEFAULT_DAYS);
      onDefault({ ...value, leaseUntil });
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: a day that somebody is about to type is empty meanwhile
  }, []);
  return (
    <Flex direction="column" gap="5">
      <SizeField
        value={amountsIn(value)}
        onChange={amounts => onChange({ ...value, ...amounts })}
        errors={errors}
      />
      {pool && <PoolForecast pool={pool} asked={readAmounts(draft)} />}
      {ends ? (
        <LeaseField
          value={draft.leaseUntil}
          onChange={leaseUntil => onChange({ ...value, leaseUntil })}
          problem={errors.leaseUntil}
        />
      ) : (
        <Text as="p" variant="body-small" color="secondary">
          {t('lease.never')}
        </Text>
      )}
    </Flex>
  );
}
