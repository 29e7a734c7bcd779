import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readSchema } from './schema/readSchema';
import type { StrictSchema } from './schema/StrictSchema';

export const configSchemaServiceRef = createServiceRef<StrictSchema>({
  id: 'config.schema',
  scope: 'root',
});

export const configSchemaFactory = createServiceFactory({
  service: configSchemaServiceRef,
  deps: {},
  factory: () => readSchema(),
});
