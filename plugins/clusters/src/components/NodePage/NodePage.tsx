import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { NodeDetail } from '@caas/plugin-clusters-common';
import { MainAndSide, Section } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { nodeRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { CapacityBars } from '../CapacityBars';
import { DrainSection } from '../Drain';
import { EntriesAction } from '../NodeActions';
import { ObjectConditions } from '../ObjectConditions';
import { PartOfClusterPage } from '../PartOfClusterPage';
import { PodTable } from '../Tables';
import { LabelList } from './LabelList';
import { NodeFacts } from './NodeFacts';

/** One node: what it gives and promises, how it is, and what runs on it. */
export function NodePage() {
  const { cluster, node: name } = useRouteRefParams(nodeRouteRef);
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  return (
    <PartOfClusterPage
      cluster={cluster}
      title={name}
      load={() => api.nodes.get({ cluster, name })}
      dependencies={[api, cluster, name]}
      resources={['nodes', 'pods', 'usage']}
      deniedHelp={t('node.denied')}
    >
      {(node, reload) => <NodeBody node={node} reload={reload} />}
    </PartOfClusterPage>
  );
}

function NodeBody(props: { node: NodeDetail; reload(): void }) {
  const { node, reload } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const taints = node.taints.map(({ key, value, effect }) => ({
    name: value ? `${key}=${value}` : key,
    value: effect,
  }));
  const labels = Object.entries(node.labels).map(([key, value]) => ({
    name: key,
    value,
  }));
  return (
    <MainAndSide
      side={
        <>
          <NodeFacts node={node} />
          <Section
            title={t('node.taints')}
            actions={<EntriesAction node={node} of="taints" onDone={reload} />}
          >
            <LabelList entries={taints} none={t('node.noTaints')} />
          </Section>
          <Section
            title={t('node.labels')}
            actions={<EntriesAction node={node} of="labels" onDone={reload} />}
          >
            <LabelList entries={labels} none={t('node.noLabels')} />
          </Section>
        </>
      }
    >
      <Section title={t('capacity.title')}>
        <CapacityBars capacity={node.capacity} />
      </Section>
      <DrainSection node={node} onChange={reload} />
      <Section title={t('node.conditions')}>
        <ObjectConditions conditions={node.conditions} />
      </Section>
      <Section title={t('pod.title')}>
        <PodTable query={{ cluster: node.cluster, node: node.name }} />
      </Section>
    </MainAndSide>
  );
}
