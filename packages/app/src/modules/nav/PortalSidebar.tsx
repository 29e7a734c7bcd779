import { useSidebarPinState } from '@backstage/core-components';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { DesktopSidebar } from './DesktopSidebar';
import { MobileNavigation } from './MobileNavigation';
import { useNavGroups } from './useNavGroups';

/** The navigation of the portal: a bar at the side, or at the foot of a narrow screen. */
export function PortalSidebar({ navItems }: NavContentComponentProps) {
  const groups = useNavGroups(navItems);
  const { isMobile } = useSidebarPinState();
  return isMobile ? (
    <MobileNavigation groups={groups} />
  ) : (
    <DesktopSidebar groups={groups} />
  );
}
