import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { LoadableView, Section, useLoadable } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { useClusterChanges } from '../../hooks/useClusterChanges';
import { clustersTranslationRef } from '../../translation';
import { usageTranslationRef } from '../../usage/translation';
import { NodeMap } from './NodeMap';

const POLL_SECONDS = 60;
/** More tiles than this say nothing to the eye; the table has all. */
const TILES = 100;

/** The nodes of a cluster as a picture; who would rather read has a table in a part of its own. */
export function NodeSection({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: u } = useTranslationRef(usageTranslationRef);
  const api = useApi(clustersApiRef);
  const change = useClusterChanges(cluster, ['nodes', 'pods', 'usage']);
  const nodes = useLoadable(
    () => api.nodes.list({ cluster, limit: TILES, offset: 0 }),
    [api, cluster],
    { pollSeconds: POLL_SECONDS, reloadOn: change },
  );
  return (
    <Section title={t('node.title')}>
      <LoadableView
        loadable={nodes}
        deniedHelp={t('node.denied')}
        empty={{
          when: ({ totalCount }) => totalCount === 0,
          title: t('node.empty'),
          description: t('node.emptyHelp'),
        }}
      >
        {({ items, totalCount }) => (
          <>
            <NodeMap nodes={items} />
            {totalCount > items.length && (
              <Text as="p" variant="body-small" color="secondary">
                {u('node.more', {
                  shown: String(items.length),
                  total: String(totalCount),
                })}
              </Text>
            )}
          </>
        )}
      </LoadableView>
    </Section>
  );
}
