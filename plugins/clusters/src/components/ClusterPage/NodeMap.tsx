import { Link } from 'react-router-dom';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Node } from '@caas/plugin-clusters-common';
import { nodeRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { nodePressure } from './nodePressure';
import styles from './NodeMap.module.css';

/** Every node as a tile: its colour says how tight it is, its words say it again. */
export function NodeMap({ nodes }: { nodes: Node[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const toNode = useRouteRef(nodeRouteRef);
  return (
    <ul className={styles.map} aria-label={t('node.map')}>
      {nodes.map(node => {
        const { tone, percent } = nodePressure(node);
        return (
          <li key={node.name}>
            <Link
              className={styles.node}
              data-tone={tone}
              to={toNode?.({ cluster: node.cluster, node: node.name }) ?? ''}
            >
              <Text as="span" variant="body-small" weight="bold">
                {node.name}
              </Text>
              <br />
              <Text as="span" variant="body-small" color="secondary">
                {t(`nodeState.${node.state}`)} ·{' '}
                {t('node.promised', { percent: String(percent) })}
              </Text>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
