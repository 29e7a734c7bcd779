import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Node } from '@caas/plugin-clusters-common';
import { nodeRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { usageTranslationRef } from '../../usage/translation';
import { NODE_TONES, nodePressure } from './nodePressure';
import styles from './NodeMap.module.css';

/** Every node as a tile: its colour and its edge say how tight it is, its words say it again. */
export function NodeMap({ nodes }: { nodes: Node[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      <ul className={styles.map} aria-label={t('node.map')}>
        {nodes.map(node => (
          <li key={node.name}>
            <NodeTile node={node} />
          </li>
        ))}
      </ul>
      <Legend />
    </>
  );
}

function NodeTile({ node }: { node: Node }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: u } = useTranslationRef(usageTranslationRef);
  const toNode = useRouteRef(nodeRouteRef);
  const { tone, promised, used } = nodePressure(node);
  return (
    <Link
      className={styles.node}
      data-tone={tone}
      to={toNode?.({ cluster: node.cluster, node: node.name }) ?? ''}
    >
      <Text as="span" variant="body-small" weight="bold">
        {node.name}
      </Text>
      <Line>
        {t(`nodeState.${node.state}`)} ·{' '}
        {u('node.pods', { count: node.capacity.requested.pods })}
      </Line>
      <Line>
        {u('node.promised', { percent: String(promised) })}
        {used !== undefined &&
          ` · ${u('node.used', { percent: String(used) })}`}
      </Line>
    </Link>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <Text as="p" variant="body-small" color="secondary">
      {children}
    </Text>
  );
}

function Legend() {
  const { t } = useTranslationRef(usageTranslationRef);
  return (
    <ul className={styles.legend} aria-label={t('node.legend')}>
      {NODE_TONES.map(tone => (
        <li key={tone} className={styles.entry} data-tone={tone}>
          <Text as="span" variant="body-small" color="secondary">
            {t(`tone.${tone}`)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
