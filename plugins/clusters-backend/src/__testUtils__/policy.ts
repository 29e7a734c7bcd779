import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { inTenants, mockPolicy } from '@caas/backend-testing';

const TENANT_OF: Record<string, string> = {
  'user:default/li-wei': 'life',
  'user:default/zhang-min': 'property',
};

/** A platform administrator. */
const ADMIN = 'user:default/chen-jing';

/** Sees what is of the tenant `life`, and changes only what is of another. */
const VIEWER = 'user:default/viewer';

/** What the portal's policy says: to people the rows of their tenant, everything to one, and nothing to guests. */
export const policy = mockPolicy((user, permission) => {
  if (user === ADMIN) return { result: AuthorizeResult.ALLOW };
  if (user === VIEWER && permission.attributes.action === 'read') {
    return inTenants('clusters', permission, ['life']);
  }
  if (user === VIEWER) return inTenants('clusters', permission, ['other']);
  return user in TENANT_OF
    ? inTenants('clusters', permission, [TENANT_OF[user]])
    : { result: AuthorizeResult.DENY };
});
