import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { ConfigSchema } from '@backstage/config-loader';
import { readSchema, type SchemaOfPackage } from './schema/readSchema';
import { compileSchema } from './schema/compileSchema';

/** What the packages of the portal let people set. */
export type StrictSchema = {
  /** Finds what is unknown or of a wrong type. */
  compiled: ConfigSchema;
  /** The schema of each package, to look up what is known. */
  packages: SchemaOfPackage[];
};

export const configSchemaServiceRef = createServiceRef<StrictSchema>({
  id: 'config.schema',
  scope: 'root',
});

export const configSchemaFactory = createServiceFactory({
  service: configSchemaServiceRef,
  deps: {},
  factory: async () => compileSchema(await readSchema()),
});
