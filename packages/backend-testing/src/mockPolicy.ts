import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

type Principal = BackstageServicePrincipal | BackstageUserPrincipal;

/**
 * The permissions service under a policy that a test states for people; services may do everything.
 *
 * @param decide - What the policy says about a person (an entity reference) and a permission.
 * @public
 */
export function mockPolicy(
  decide: (userRef: string, permission: Permission) => PolicyDecision,
) {
  const decideFor = (
    permission: Permission,
    credentials?: BackstageCredentials,
  ): PolicyDecision => {
    const principal = credentials?.principal as Principal | undefined;
    switch (principal?.type) {
      case 'service':
        return { result: AuthorizeResult.ALLOW };
      case 'user':
        return decide(principal.userEntityRef, permission);
      default:
        return { result: AuthorizeResult.DENY };
    }
  };
  return mockServices.permissions.mock({
    authorizeConditional: async (questions, options) =>
      questions.map(({ permission }) =>
        decideFor(permission, options?.credentials),
      ),
    // A condition cannot be answered without a row: asked without one, whoever may see some rows may go on.
    authorize: async (questions, options) =>
      questions.map(({ permission }) => {
        const { result } = decideFor(permission, options?.credentials);
        return {
          result:
            result === AuthorizeResult.DENY
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        };
      }),
  });
}

/** Lets a person do what concerns rows of one tenant. @public */
export function inTenants(
  pluginId: string,
  permission: Permission,
  tenants: string[],
): PolicyDecision {
  if (!('resourceType' in permission)) return { result: AuthorizeResult.ALLOW };
  const { resourceType } = permission;
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType,
    conditions: { rule: 'IN_TENANTS', resourceType, params: { tenants } },
  };
}
