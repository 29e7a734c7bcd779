import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type { Cluster } from '@caas/plugin-clusters-common';
import { StatusTag } from '@caas/portal-ui';
import { usageTranslationRef } from '../../usage/translation';

/** How many nodes are ready, and how many are not well. One that is under pressure or cordoned is ready all the same. */
export function NodeCounts(props: {
  all: number;
  states: NonNullable<Cluster['nodeStates']>;
}) {
  const { all, states } = props;
  const { t } = useTranslationRef(usageTranslationRef);
  const { pressed = 0, cordoned = 0, 'not-ready': notReady = 0 } = states;
  return (
    <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
      <StatusTag
        tone={notReady > 0 ? 'danger' : 'success'}
        label={t('card.nodes', {
          ready: String(all - notReady),
          all: String(all),
        })}
      />
      {pressed > 0 && (
        <StatusTag
          tone="warning"
          label={t('card.pressed', { count: pressed })}
        />
      )}
      {cordoned > 0 && (
        <StatusTag
          tone="neutral"
          label={t('card.cordoned', { count: cordoned })}
        />
      )}
    </Flex>
  );
}
