import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DatabaseClock } from './DatabaseClock';

/**
 * What time it is for a plugin.
 *
 * @public
 */
export interface SyncedClock {
  now(): Date;
  /** Looks again at what it goes by; throws when that does not answer. */
  sync(): Promise<void>;
}

/**
 * The clock of a plugin's database, as a service, so that a test can let months pass.
 *
 * @public
 */
export const databaseClockServiceRef = createServiceRef<SyncedClock>({
  id: 'database.clock',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { database: coreServices.database },
      factory: async ({ database }) =>
        DatabaseClock.create({ knex: await database.getClient() }),
    }),
});
