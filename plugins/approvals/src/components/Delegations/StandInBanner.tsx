import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import { PersonLink } from '@caas/plugin-tenancy-react';
import { DateTime } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { useActiveDelegations } from './useMyDelegations';

/**
 * Reminds a person for whom they stand in now, and who stands in for them. It adds to a page that works without it, so
 * while it loads, and when it cannot, it is not there.
 */
export function StandInBanner({ reloadOn }: { reloadOn?: unknown }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const mine = useActiveDelegations(reloadOn);
  if (mine.status !== 'data' || mine.data.active.length === 0) return null;
  const { me, active } = mine.data;
  return (
    <Flex direction="column" gap="2">
      {active.map(({ id, delegator, delegate, endsAt }) => {
        const isMine = delegator.toLowerCase() === me.toLowerCase();
        return (
          <Alert
            key={id}
            role="note"
            status="info"
            icon
            title={
              <>
                {t(isMine ? 'delegation.standsIn' : 'delegation.standInFor')}{' '}
                <PersonLink person={isMine ? delegate : delegator} />
              </>
            }
            description={
              <>
                {t('delegation.until')} <DateTime value={endsAt} />
              </>
            }
          />
        );
      })}
    </Flex>
  );
}
