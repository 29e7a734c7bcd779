import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Link } from '@backstage/ui';
import { auditReadPermission } from '@caas/plugin-audit-common';
import { auditRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';

/** To what happened in a tenant, for those who may read the trail. */
export function AuditLink({ code }: { code: string }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const trail = useRouteRef(auditRouteRef)?.();
  const { allowed } = usePermission({ permission: auditReadPermission });
  if (!trail || !allowed) return null;
  return (
    <Link href={`${trail}?${new URLSearchParams({ tenant: code })}`}>
      {t('action.audit')}
    </Link>
  );
}
