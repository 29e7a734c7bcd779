import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { errorsBelow } from './errorsBelow';
import { LocationPartsProcessor } from './LocationPartsProcessor';

/** Errors come in a burst, and each is told before it is kept. */
const SETTLED_MILLISECONDS = 2_000;

/** A broken catalog file leaves the others alone, and is shown on the page of the location that names it. */
export const catalogModuleLocationParts = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'location-parts',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ auth, catalog, database, events, logger, ...services }) {
        const knex = await database.getClient();
        const processor = new LocationPartsProcessor(locations =>
          errorsBelow(knex, locations),
        );
        services.processing.addProcessor(processor);

        // Otherwise the page would learn of it at the next interval: after half an hour, in production.
        let waiting: NodeJS.Timeout | undefined;
        const lookAgain = async () => {
          waiting = undefined;
          const credentials = await auth.getOwnServiceCredentials();
          for (const whole of processor.wholes) {
            await catalog.refreshEntity(whole, { credentials });
          }
        };
        await events.subscribe({
          id: 'catalog-location-parts',
          topics: ['experimental.catalog.errors'],
          onEvent: async () => {
            waiting ??= setTimeout(
              () =>
                lookAgain().catch(error =>
                  logger.warn(`What is broken is shown later. ${error}`),
                ),
              SETTLED_MILLISECONDS,
            ).unref();
          },
        });
        services.lifecycle.addShutdownHook(() => clearTimeout(waiting));
      },
    });
  },
});
