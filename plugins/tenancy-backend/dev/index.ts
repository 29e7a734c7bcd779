// `yarn start`: the tenancy plugin alone, with the tenants of dev/tenants.yaml in memory. There are no clusters and no
// desk beside it: what needs them answers 503.
//
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/tenancy/tenants
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/tenancy/tenants/life/quotas
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/tenancy/memberships/mine
import path from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';

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
      tenancy: {
        tenantsFile: path.join(__dirname, 'tenants.yaml'),
        platformRoles: { auditor: ['user:default/mock'] },
      },
    },
  }),
);
backend.add(import('../src'));
backend.start();
