import type { ReactNode } from 'react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadableView, PageFrame, useLoadable } from '@caas/portal-ui';
import { clusterRouteRef, rootRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';

type Props<T> = {
  cluster: string;
  title: string;
  load(): Promise<T>;
  /** What `load` reads. */
  dependencies: unknown[];
  pollSeconds: number;
  /** Whom to ask when it is denied, when that is not the tenant's administrator. */
  deniedHelp?: string;
  children(found: T): ReactNode;
};

/** The page of something that is part of a cluster: the way back to the cluster, and the thing in its five states. */
export function PartOfClusterPage<T>(props: Props<T>) {
  const { cluster, title, load, dependencies, pollSeconds } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const clusterHref = useRouteRef(clusterRouteRef)?.({ cluster }) ?? '';
  const part = useLoadable(load, dependencies, { pollSeconds });
  return (
    <PageFrame
      title={title}
      breadcrumbs={[
        { label: t('page.title'), href: listHref },
        { label: cluster, href: clusterHref },
      ]}
    >
      <LoadableView loadable={part} deniedHelp={props.deniedHelp}>
        {props.children}
      </LoadableView>
    </PageFrame>
  );
}
