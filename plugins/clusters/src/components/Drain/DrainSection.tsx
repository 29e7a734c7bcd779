import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeDetail } from '@caas/plugin-clusters-common';
import { LoadableView, Section, useLoadable } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { CordonAction } from '../NodeActions';
import { CancelDrain } from './CancelDrain';
import { DrainAction } from './DrainAction';
import { DrainProgress } from './DrainProgress';

const OPEN_POLL_SECONDS = 2;
const POLL_SECONDS = 30;
const OPEN = ['pending', 'draining', 'cancelling'];

/** The drain of a node: how far it is while one is under way, how the last one ended, or the way to begin one. */
export function DrainSection(props: { node: NodeDetail; onChange(): void }) {
  const { onChange } = props;
  const { cluster, name: node } = props.node;
  const { t } = useTranslationRef(actionsTranslationRef);
  const api = useApi(clustersApiRef);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const latest = useLoadable(
    async () => {
      const { items } = await api.drains.list({
        cluster,
        node,
        limit: 1,
        offset: 0,
      });
      setIsUnderWay(items.some(({ state }) => OPEN.includes(state)));
      return items;
    },
    [api, cluster, node],
    { pollSeconds: isUnderWay ? OPEN_POLL_SECONDS : POLL_SECONDS },
  );
  const drain = latest.status === 'data' ? latest.data[0] : undefined;
  const reload = () => {
    if (latest.status === 'data') latest.retry();
    onChange();
  };
  return (
    <Section
      title={t('drain.section')}
      actions={
        drain && isUnderWay ? (
          <CancelDrain drain={drain} onDone={reload} />
        ) : (
          <>
            <CordonAction node={props.node} onDone={onChange} />
            <DrainAction cluster={cluster} node={node} onDone={reload} />
          </>
        )
      }
    >
      <LoadableView
        loadable={latest}
        deniedHelp={t('node.denied')}
        empty={{
          when: items => items.length === 0,
          title: t('drain.none'),
          description: t('drain.noneHelp'),
        }}
      >
        {([found]) => <DrainProgress drain={found} />}
      </LoadableView>
    </Section>
  );
}
