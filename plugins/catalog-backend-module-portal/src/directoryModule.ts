import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readProviderConfigs } from '@backstage/plugin-catalog-backend-module-ldap';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { DirectoryProvider } from './DirectoryProvider';

/** Where a directory does not say how often it is read. */
const SCHEDULE = { frequency: { minutes: 1 }, timeout: { minutes: 5 } };

/** People and groups of the directories that `catalog.providers.ldapOrg` names. */
export const catalogModuleDirectory = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'directory',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, logger, scheduler }) {
        for (const settings of readProviderConfigs(config)) {
          const tasks = scheduler.createScheduledTaskRunner(
            settings.schedule ?? SCHEDULE,
          );
          catalog.addEntityProvider(
            new DirectoryProvider({ settings, logger, tasks }),
          );
        }
      },
    });
  },
});
