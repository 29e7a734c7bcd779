import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { inTenants, mockPolicy } from '@caas/backend-testing';

const TENANT_OF: Record<string, string> = {
  'user:default/li-wei': 'life',
  'user:default/zhang-min': 'property',
};

/** What the portal's policy says: to people the rows of their tenant, and nothing to guests. */
export const policy = mockPolicy((user, permission) =>
  user in TENANT_OF
    ? inTenants('clusters', permission, [TENANT_OF[user]])
    : { result: AuthorizeResult.DENY },
);
