import type { Knex } from 'knex';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { connectAuditDatabase } from './connectAuditDatabase';

/**
 * The database of the audit trail.
 *
 * @public
 */
export interface AuditDatabase {
  /** A connection to it, with its tables in place. */
  getClient(): Promise<Knex>;
}

/**
 * The database of the audit trail: that of the plugin id `audit`, in the configuration too.
 *
 * @remarks
 * It is a root service, because the auditors of all plugins write to it and the audit plugin reads from it. All of
 * them share one connection pool: two pools on one SQLite file would wait for each other inside one thread, and two on
 * `:memory:` would be two databases. A test replaces it with a factory that answers the test's own Knex.
 *
 * @public
 */
export const auditDatabaseServiceRef = createServiceRef<AuditDatabase>({
  id: 'audit.database',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        rootLogger: coreServices.rootLogger,
        rootLifecycle: coreServices.rootLifecycle,
      },
      factory: deps => {
        let client: Promise<Knex> | undefined;
        return {
          getClient() {
            client ??= connectAuditDatabase(deps).catch(error => {
              // The next call tries again: a database that was away may be back.
              client = undefined;
              throw error;
            });
            return client;
          },
        };
      },
    }),
});
