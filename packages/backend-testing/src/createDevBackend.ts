import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';

/**
 * A backend for `yarn start` in a plugin: on port 7007, in memory, where `Bearer mock-user-token` is a person who may do
 * everything.
 *
 * @param config - Configuration of the plugin, beside that of the backend itself.
 * @public
 */
export function createDevBackend(config: JsonObject = {}) {
  const backend = createBackend();
  backend.add(mockServices.auth.factory());
  backend.add(mockServices.httpAuth.factory());
  backend.add(mockServices.permissions.factory());
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        backend: {
          baseUrl: 'http://localhost:7007',
          listen: ':7007',
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
        ...config,
      },
    }),
  );
  return backend;
}
