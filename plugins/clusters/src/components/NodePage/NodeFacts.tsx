import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { NodeDetail } from '@caas/plugin-clusters-common';
import { DateTime, FactList, Section } from '@caas/portal-ui';
import { clustersTranslationRef } from '../../translation';
import { NodeStateTag } from '../NodeStateTag';

/** What a node is. */
export function NodeFacts({ node }: { node: NodeDetail }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const system = [node.operatingSystem, node.architecture]
    .filter(Boolean)
    .join(' · ');
  return (
    <Section title={t('node.facts')}>
      {node.reason && <Alert status="warning" icon description={node.reason} />}
      <FactList
        facts={[
          {
            label: t('node.state'),
            value: <NodeStateTag state={node.state} />,
          },
          { label: t('node.partition'), value: node.partition },
          { label: t('node.zone'), value: node.zone },
          {
            label: t('node.roles'),
            value: node.roles.join(' · ') || undefined,
          },
          { label: t('node.address'), value: node.address },
          { label: t('node.kubelet'), value: node.kubeletVersion },
          { label: t('node.system'), value: system || undefined },
          {
            label: t('node.since'),
            value: node.createdAt && <DateTime value={node.createdAt} />,
          },
        ]}
      />
    </Section>
  );
}
