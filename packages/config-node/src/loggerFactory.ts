import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import {
  coreServices,
  createServiceFactory,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { configSchemaServiceRef } from './configSchema';
import { readOverrides } from './readOverrides';
import { secretsIn } from './secrets/secretsIn';

/** The stock logger, but it knows the secrets of the configuration from the schema that is already there. */
export const loggerFactory = createServiceFactory({
  service: coreServices.rootLogger,
  deps: { config: coreServices.rootConfig, schema: configSchemaServiceRef },
  async factory({ config, schema }) {
    const logger = WinstonLogger.create({
      meta: {
        service: 'backstage',
        ...config.getOptionalConfig('backend.logger.meta')?.get<JsonObject>(),
      },
      level: config.getOptionalString('backend.logger.level'),
    });
    const follow = (current: RootConfigService) => {
      logger.addRedactions(secretsIn(schema.packages, current.get()));
      logger.setLevelOverrides(readOverrides(current));
    };
    follow(config);
    config.subscribe?.(() => follow(config));
    return logger;
  },
});
