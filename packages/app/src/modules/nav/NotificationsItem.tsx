import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { RiNotification2Line } from '@remixicon/react';
import { NavItem } from './NavItem';
import { navTranslationRef } from './translation';

/** Leads to the notifications and counts the unread ones, which the stock item leaves out of its name. */
export function NotificationsItem() {
  const { t } = useTranslationRef(navTranslationRef);
  return (
    <NotificationsSidebarItem
      renderItem={({ unreadCount, to, onClick }) => (
        <NavItem
          to={to}
          icon={<RiNotification2Line />}
          label={t('notifications')}
          count={unreadCount}
          onClick={onClick}
        />
      )}
    />
  );
}
