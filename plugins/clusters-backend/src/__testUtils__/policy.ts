import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

const TENANT_OF: Record<string, string> = {
  'user:default/li-wei': 'life',
  'user:default/zhang-min': 'property',
};

/** What the portal's policy says: everything to services, their tenant's rows to people, and nothing to guests. */
export const policy = mockServices.permissions.mock({
  authorizeConditional: async (questions, options) => {
    const { principal } = options!.credentials as unknown as {
      principal: { type: string; userEntityRef: string };
    };
    return questions.map(({ permission }): PolicyDecision => {
      const tenant = TENANT_OF[principal.userEntityRef];
      if (principal.type === 'service') {
        return { result: AuthorizeResult.ALLOW };
      }
      if (!tenant) return { result: AuthorizeResult.DENY };
      if (!('resourceType' in permission)) {
        return { result: AuthorizeResult.ALLOW };
      }
      const { resourceType } = permission;
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'clusters',
        resourceType,
        conditions: {
          rule: 'IN_TENANTS',
          resourceType,
          params: { tenants: [tenant] },
        },
      };
    });
  },
  authorize: async (questions, options) => {
    const { principal } = options!.credentials as unknown as {
      principal: { userEntityRef: string };
    };
    const isKnown = principal.userEntityRef in TENANT_OF;
    return questions.map(() => ({
      result: isKnown ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    }));
  },
});
