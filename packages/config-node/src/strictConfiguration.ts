import {
  createBackendFeatureLoader,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { configSchemaFactory, configSchemaServiceRef } from './configSchema';
import { frontendSchema } from './frontend/frontendSchema';
import { loggerFactory } from './loggerFactory';
import { readStrictConfig } from './readStrictConfig';

const configFactory = createServiceFactory({
  service: coreServices.rootConfig,
  deps: { schema: configSchemaServiceRef },
  factory: ({ schema }) => readStrictConfig({ schema, argv: process.argv }),
});

/**
 * Reads the configuration as Backstage does, and starts nothing when it holds a setting that nobody knows or a value of
 * a wrong type.
 *
 * @remarks
 * The schema of all packages is compiled when it changes and not at each start, and the logger hides secrets by the same
 * one: the stock logger would collect it anew with TypeScript.
 *
 * @public
 */
export const strictConfiguration = createBackendFeatureLoader({
  loader: () => [
    configSchemaFactory,
    configFactory,
    loggerFactory,
    frontendSchema,
  ],
});
