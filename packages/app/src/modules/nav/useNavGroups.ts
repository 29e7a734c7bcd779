import { useMemo } from 'react';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { auditReadPermission } from '@caas/plugin-audit-common';
import { groupNavItems, type NavGroup } from './navGroups';

/** The groups of the navigation, without the pages that would refuse the person. The server decides, not this. */
export function useNavGroups(
  navItems: NavContentComponentProps['navItems'],
): NavGroup[] {
  const { allowed: mayAudit } = usePermission({
    permission: auditReadPermission,
  });
  return useMemo(
    () =>
      groupNavItems(
        navItems
          .clone()
          .rest()
          .filter(
            item => mayAudit || item.node.spec.plugin.pluginId !== 'audit',
          ),
      ),
    [navItems, mayAudit],
  );
}
