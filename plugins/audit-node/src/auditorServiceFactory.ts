import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { auditDatabaseServiceRef } from './AuditDatabase';
import { DatabaseAuditWriter } from './DatabaseAuditWriter';
import { PersistentAuditor } from './PersistentAuditor';
import { readMinimumSeverity } from './severity';

/**
 * Replaces the auditor of every plugin, ours and stock, with one that writes to the audit trail.
 *
 * @remarks
 * `backend.add(auditorServiceFactory)`. An operation whose intent cannot be written answers 503 and does not happen.
 *
 * @public
 */
export const auditorServiceFactory = createServiceFactory({
  service: coreServices.auditor,
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.logger,
    auth: coreServices.auth,
    httpAuth: coreServices.httpAuth,
    plugin: coreServices.pluginMetadata,
    database: auditDatabaseServiceRef,
  },
  factory: ({ config, plugin, database, ...services }) =>
    new PersistentAuditor({
      ...services,
      pluginId: plugin.getId(),
      minimumSeverity: readMinimumSeverity(config),
      writer: new DatabaseAuditWriter(database),
      clock: () => new Date(),
    }),
});
