import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Link, Text } from '@backstage/ui';
import type { Cluster } from '@caas/plugin-clusters-common';
import {
  DateTime,
  FactList,
  Section,
  StatusTag,
  type StatusTone,
} from '@caas/portal-ui';
import { clustersTranslationRef } from '../../translation';
import { usageTranslationRef } from '../../usage/translation';
import { CapacityBars } from '../CapacityBars';
import { useEnvironmentName } from '../useEnvironmentName';
import { NodeCounts } from './NodeCounts';
import { useClusterTitle } from './useClusterTitle';

const TONES: Record<Cluster['state'], StatusTone> = {
  connecting: 'info',
  connected: 'success',
  unreachable: 'danger',
  unauthorized: 'danger',
};

/**
 * One cluster: whether it answers, since when and why not, and what it is; in a list, where its own page is an address
 * away, with what it has, promises and uses.
 */
export function ClusterCard(props: { cluster: Cluster; href?: string }) {
  const { cluster, href } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: u } = useTranslationRef(usageTranslationRef);
  const title = useClusterTitle();
  const isInList = href !== undefined;
  return (
    <Section
      title={title(cluster)}
      actions={
        <StatusTag
          tone={TONES[cluster.state]}
          label={t(`state.${cluster.state}`)}
        />
      }
    >
      <Flex direction="column" gap="3">
        {cluster.reason && (
          <Alert
            status={TONES[cluster.state] === 'danger' ? 'danger' : 'warning'}
            icon
            description={cluster.reason}
          />
        )}
        {isInList && cluster.gaps.length > 0 && (
          <Alert
            status="warning"
            icon
            description={u('card.gaps', { count: cluster.gaps.length })}
          />
        )}
        <Text as="p" variant="body-small" color="secondary">
          {cluster.name} · {t('clusters.since')}{' '}
          <DateTime value={cluster.since} relative />
          {href && (
            <>
              {' · '}
              <Link href={href} variant="body-small">
                {t('clusters.details')}
              </Link>
            </>
          )}
        </Text>
        <ClusterFacts cluster={cluster} />
        {isInList && cluster.capacity && (
          <CapacityBars capacity={cluster.capacity} />
        )}
      </Flex>
    </Section>
  );
}

function ClusterFacts({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const environmentName = useEnvironmentName();
  return (
    <FactList
      facts={[
        { label: t('clusters.version'), value: cluster.version },
        {
          label: t('clusters.nodes'),
          value: cluster.nodeStates && (
            <NodeCounts
              all={cluster.nodeCount ?? 0}
              states={cluster.nodeStates}
            />
          ),
        },
        { label: t('clusters.namespaces'), value: cluster.namespaceCount },
        { label: t('clusters.region'), value: cluster.region },
        {
          label: t('clusters.environments'),
          value: cluster.environments.map(environmentName).join(' · '),
        },
      ]}
    />
  );
}
