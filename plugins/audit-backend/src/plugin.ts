import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createContractRouter } from '@caas/contract-node';
import { auditContract, auditPermissions } from '@caas/plugin-audit-common';
import { auditDatabaseServiceRef } from '@caas/plugin-audit-node';
import { DatabaseAuditEventStore } from './database/DatabaseAuditEventStore';
import { createHandlers } from './handlers';

/**
 * Shows the audit trail. The auditor sink of `@caas/plugin-audit-node` writes it.
 *
 * @public
 */
export const auditPlugin = createBackendPlugin({
  pluginId: 'audit',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        database: auditDatabaseServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ database, httpRouter, permissionsRegistry, ...services }) {
        const store = new DatabaseAuditEventStore(await database.getClient());
        permissionsRegistry.addPermissions(auditPermissions);
        httpRouter.use(
          createContractRouter({
            title: 'Audit',
            contract: auditContract,
            services,
            handlers: createHandlers(store),
          }),
        );
      },
    });
  },
});
