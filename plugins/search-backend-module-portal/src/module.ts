import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { DatabaseDocumentStore } from './database/DatabaseDocumentStore';
import { PortalSearchEngine } from './engine/PortalSearchEngine';

/**
 * Registers the search engine of the portal in the database of the search plugin.
 *
 * @public
 */
export const searchModulePortal = createBackendModule({
  pluginId: 'search',
  moduleId: 'portal',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        engines: searchEngineRegistryExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ database, engines, logger }) {
        const store = await DatabaseDocumentStore.create(database);
        engines.setSearchEngine(PortalSearchEngine.create({ store, logger }));
      },
    });
  },
});
