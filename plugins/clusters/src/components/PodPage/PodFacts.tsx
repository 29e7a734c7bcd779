import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { PodDetail } from '@caas/plugin-clusters-common';
import { DateTime, FactList, Section } from '@caas/portal-ui';
import { actionsTranslationRef } from '../../actions/translation';
import { namespaceRouteRef, nodeRouteRef } from '../../routes';
import { PodStateTag } from '../Tables/PodStateTag';

/** Where a pod is, and what it belongs to. */
export function PodFacts({ pod }: { pod: PodDetail }) {
  const { t } = useTranslationRef(actionsTranslationRef);
  const toNamespace = useRouteRef(namespaceRouteRef);
  const toNode = useRouteRef(nodeRouteRef);
  const { cluster, namespace, node, workload, workloadKind, createdAt } = pod;
  return (
    <Section title={t('pod.facts')}>
      <FactList
        facts={[
          { label: t('pod.state'), value: <PodStateTag pod={pod} /> },
          {
            label: t('pod.namespace'),
            value: (
              <Link href={toNamespace?.({ cluster, namespace }) ?? ''}>
                {namespace}
              </Link>
            ),
          },
          {
            label: t('pod.workload'),
            value: workload && `${workloadKind} ${workload}`,
          },
          {
            label: t('pod.node'),
            value: node && (
              <Link href={toNode?.({ cluster, node }) ?? ''}>{node}</Link>
            ),
          },
          {
            label: t('pod.createdAt'),
            value: createdAt && <DateTime value={createdAt} />,
          },
        ]}
      />
    </Section>
  );
}
