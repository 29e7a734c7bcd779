// `yarn start`: the tenancy plugin alone, with the tenants of dev/tenants.yaml in memory. There are no clusters and no
// desk beside it: what needs them answers 503.
//
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/tenancy/tenants
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/tenancy/tenants/life/quotas
//   curl -H 'authorization: Bearer mock-user-token' localhost:7007/api/tenancy/memberships/mine
import path from 'node:path';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createDevBackend } from '@caas/backend-testing';

const backend = createDevBackend({
  tenancy: {
    tenantsFile: path.join(__dirname, 'tenants.yaml'),
    platformRoles: { auditor: ['user:default/mock'] },
  },
});
// Whoever is not in the catalog holds nothing.
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name: 'mock' },
      },
    ],
  }),
);
backend.add(import('../src'));
backend.start();
