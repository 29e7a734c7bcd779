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
import { useEnvironmentName } from '../useEnvironmentName';
import { useClusterTitle } from './useClusterTitle';

const TONES: Record<Cluster['state'], StatusTone> = {
  connecting: 'info',
  connected: 'success',
  unreachable: 'danger',
  unauthorized: 'danger',
};

/** One cluster: whether it answers, since when, and what it is; with the address of its page where that is elsewhere. */
export function ClusterCard(props: { cluster: Cluster; href?: string }) {
  const { cluster, href } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const title = useClusterTitle();
  const environmentName = useEnvironmentName();
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
        <FactList
          facts={[
            { label: t('clusters.version'), value: cluster.version },
            { label: t('clusters.nodes'), value: cluster.nodeCount },
            { label: t('clusters.namespaces'), value: cluster.namespaceCount },
            {
              label: t('clusters.environments'),
              value: cluster.environments.map(environmentName).join(' · '),
            },
          ]}
        />
      </Flex>
    </Section>
  );
}
