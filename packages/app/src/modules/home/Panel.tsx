import { type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  LoadableView,
  LoadingState,
  Section,
  type EmptyStateProps,
  type Loadable,
} from '@caas/portal-ui';
import { homeTranslationRef } from './translation';

/** One part of the workbench: it loads, fails and is refused by itself. */
export function Panel<T>(props: {
  title: string;
  loadable: Loadable<T>;
  empty: EmptyStateProps & { when(data: T): boolean };
  /** Whom to ask when it is refused. */
  deniedHelp?: string;
  /** Where all of it stands, and how many there are. */
  all?: { href: string; count?(data: T): number };
  children: (data: T) => ReactNode;
}) {
  const { title, loadable, empty, deniedHelp, all, children } = props;
  const { t } = useTranslationRef(homeTranslationRef);
  const count =
    loadable.status === 'data' ? all?.count?.(loadable.data) : undefined;
  return (
    <Section
      title={title}
      actions={
        all && (
          <Link href={all.href}>
            {count === undefined
              ? t('all')
              : t('allCount', { total: String(count) })}
          </Link>
        )
      }
    >
      <LoadableView
        loadable={loadable}
        empty={empty}
        deniedHelp={deniedHelp}
        loading={<LoadingState rows={3} />}
      >
        {children}
      </LoadableView>
    </Section>
  );
}
