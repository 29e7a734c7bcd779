import { useMemo } from 'react';
import {
  BreadcrumbEntry,
  useBreadcrumbEntries,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useDocumentTitle } from '@caas/portal-ui';
import { useResolvedPath } from 'react-router-dom';
import { usePageTitle } from './pageTitles';

/**
 * The header and the content of a page.
 *
 * @remarks
 * As the stock layout, but titles of pages and tabs, which extensions declare as plain strings, are said in the person's
 * language where we know them.
 */
export function PortalPageLayout(props: PageLayoutProps) {
  const { title, icon, noHeader, titleLink, headerActions, tabs, children } =
    props;
  const say = usePageTitle();
  const path = useResolvedPath('.').pathname.replace(/\/$/, '');
  const resolvedTabs = useMemo(
    () =>
      tabs?.map(tab => ({
        ...tab,
        label: say(tab.label),
        href: tab.href.startsWith('/')
          ? tab.href
          : `${path}/${tab.href}`.replace(/\/{2,}/g, '/'),
        matchStrategy: 'prefix' as const,
      })),
    [tabs, path, say],
  );
  const { items } = useBreadcrumbEntries();
  // A page without this header says its title itself.
  useDocumentTitle(noHeader || !title ? undefined : say(title));
  if (noHeader) return <>{children}</>;
  const content = (
    <>
      <PluginHeader
        title={title && say(title)}
        icon={icon}
        titleLink={titleLink}
        breadcrumbs={items.map(item => ({ ...item, label: say(item.label) }))}
        tabs={resolvedTabs}
        customActions={headerActions}
      />
      {children}
    </>
  );
  if (!title) return content;
  return (
    <BreadcrumbEntry
      entry={{ label: say(title), href: titleLink ?? (path || '/') }}
    >
      {content}
    </BreadcrumbEntry>
  );
}
