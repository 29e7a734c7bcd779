import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { createBackendClient } from '@caas/contract-node';
import {
  TENANCY_ROLES_CHANGED_TOPIC,
  tenancyContract,
} from '@caas/plugin-tenancy-common';
import { PortalPolicy } from './PortalPolicy';
import { TenancyRoleLookup } from './TenancyRoleLookup';

/**
 * Sets the policy: one table of permissions and roles, with the roles that tenancy knows.
 *
 * @public
 */
export const permissionModulePortal = createBackendModule({
  pluginId: 'permission',
  moduleId: 'portal',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        policy: policyExtensionPoint,
      },
      async init({ auth, discovery, events, logger, policy }) {
        const tenancy = createBackendClient(tenancyContract, {
          pluginId: 'tenancy',
          auth,
          discovery,
        });
        const roles = new TenancyRoleLookup({
          getMemberships: (user, signal) =>
            tenancy.memberships.get({ user }, { signal }),
          logger,
          clock: () => new Date(),
        });
        await events.subscribe({
          id: 'permission-roles',
          topics: [TENANCY_ROLES_CHANGED_TOPIC],
          onEvent: async () => roles.forget(),
        });
        policy.setPolicy(new PortalPolicy(roles));
      },
    });
  },
});
