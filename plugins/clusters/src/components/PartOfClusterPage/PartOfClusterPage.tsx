import type { ReactNode } from 'react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterResource } from '@caas/plugin-clusters-common';
import { LoadableView, PageFrame, useLoadable } from '@caas/portal-ui';
import { useClusterChanges } from '../../hooks/useClusterChanges';
import { clusterRouteRef, rootRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';

/** Changes are told by signals; this is for those that are lost. */
const POLL_SECONDS = 60;

type Props<T> = {
  cluster: string;
  title: string;
  load(): Promise<T>;
  /** What `load` reads. */
  dependencies: unknown[];
  /** Whose changes load it again; what is not told by signals names `pollSeconds` instead. */
  resources?: ClusterResource[];
  pollSeconds?: number;
  /** Whom to ask when it is denied, when that is not the tenant's administrator. */
  deniedHelp?: string;
  /** Gets the thing, and how to load it again after it was changed. */
  children(found: T, reload: () => void): ReactNode;
};

/** The page of something that is part of a cluster: the way back to the cluster, and the thing in its five states. */
export function PartOfClusterPage<T>(props: Props<T>) {
  const { cluster, title, load, dependencies, resources } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const clusterHref = useRouteRef(clusterRouteRef)?.({ cluster }) ?? '';
  const change = useClusterChanges(cluster, resources ?? []);
  const part = useLoadable(load, dependencies, {
    pollSeconds: props.pollSeconds ?? POLL_SECONDS,
    reloadOn: change,
  });
  return (
    <PageFrame
      title={title}
      breadcrumbs={[
        { label: t('page.title'), href: listHref },
        { label: cluster, href: clusterHref },
      ]}
    >
      <LoadableView loadable={part} deniedHelp={props.deniedHelp}>
        {found =>
          props.children(found, part.status === 'data' ? part.retry : () => {})
        }
      </LoadableView>
    </PageFrame>
  );
}
