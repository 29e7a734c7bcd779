// `yarn start`: the audit plugin alone, with a trail in memory.
//
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/audit/events
//   curl -H 'authorization: Bearer mock-user-token' 'localhost:7007/api/audit/events?outcome=failed&limit=5'
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/audit/openapi.json
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { auditorServiceFactory } from '@caas/plugin-audit-node';

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
    },
  }),
);
backend.add(auditorServiceFactory);
backend.add(import('../src'));
backend.start();
