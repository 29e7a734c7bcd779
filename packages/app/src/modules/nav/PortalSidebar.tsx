import { type ReactNode } from 'react';
import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { auditReadPermission } from '@caas/plugin-audit-common';
import { RiMenuLine, RiSearchLine } from '@remixicon/react';
import { NotificationsItem } from './NotificationsItem';
import { SidebarBrand } from './SidebarBrand';
import { navLabelKey, navTranslationRef } from './translation';

/** Pages in the order of daily work. Pages that are not named here follow, sorted by their titles. */
const DAILY_WORK = [
  'page:home',
  'page:catalog',
  'page:scaffolder',
  'page:approvals',
  'page:tenancy',
  'page:clusters',
];

/** Pages that are reached otherwise: search opens from the bar, the graph and the inspector from an entity. */
const HIDDEN = [
  'page:search',
  'page:catalog-graph',
  'page:catalog-import',
  'page:app-visualizer',
];

/** The sidebar of the portal. */
export function PortalSidebar({ navItems }: NavContentComponentProps) {
  const { t } = useTranslationRef(navTranslationRef);
  const nav = navItems.withComponent(NavLink);
  HIDDEN.forEach(id => nav.take(id));
  nav.take('page:notifications');
  const settings = nav.take('page:user-settings');
  const audit = nav.take('page:audit');
  return (
    <Sidebar>
      <SidebarBrand />
      <SidebarGroup label={t('search')} icon={<RiSearchLine />} to="/search">
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label={t('menu')} icon={<RiMenuLine />}>
        {DAILY_WORK.map(id => nav.take(id))}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {nav.rest({ sortBy: 'title' })}
          <ForAuditors>{audit}</ForAuditors>
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <NotificationsItem />
      <SidebarGroup
        label={t('settings')}
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}

/** Titles of pages are static; the bar says them in the person's language where it knows the page. */
function NavLink({ node, href, title, icon }: NavContentNavItem) {
  const { t } = useTranslationRef(navTranslationRef);
  const key = navLabelKey(node.spec.id);
  return (
    <SidebarItem to={href} icon={() => icon} text={key ? t(key) : title} />
  );
}

/** Spares people who may not read the trail an entry that would refuse them. The server decides, not this. */
function ForAuditors({ children }: { children: ReactNode }) {
  const { allowed } = usePermission({ permission: auditReadPermission });
  return allowed ? <>{children}</> : null;
}
