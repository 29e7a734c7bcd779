import { SidebarItem } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { Badge } from '@backstage/ui';
import { RiNotification2Line } from '@remixicon/react';
import { navTranslationRef } from './translation';

/** Leads to the notifications and counts the unread ones. The stock item leaves the count out of its name. */
export function NotificationsItem() {
  const { t } = useTranslationRef(navTranslationRef);
  return (
    <NotificationsSidebarItem
      renderItem={({ unreadCount, to, onClick }) => (
        <SidebarItem
          to={to}
          onClick={onClick}
          icon={() => <RiNotification2Line />}
          text={t('notifications')}
          aria-label={
            unreadCount > 0
              ? `${t('notifications')} ${unreadCount}`
              : t('notifications')
          }
        >
          {unreadCount > 0 && <Badge size="small">{unreadCount}</Badge>}
        </SidebarItem>
      )}
    />
  );
}
