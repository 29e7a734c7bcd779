import { mockServices } from '@backstage/backend-test-utils';
import { FakeClustersClient } from '../clients/FakeClustersClient';
import { NAMESPACE_CREATE } from '@caas/plugin-tenancy-common';
import { createRequestKinds } from '../services/requestKinds/createRequestKinds';
import { UseOfTenants } from '../services/UseOfTenants';
import { createMemberships } from './memberships';
import { NOW, type Stores } from './stores';

/** A request of 李伟 for 2 cores and 4 GiB of life's nonprod/dev. */
export function namespaceSubject(
  changes: Partial<{
    tenant: string;
    requester: string;
    payload: object;
    requestId: string;
  }> = {},
) {
  const { payload, ...rest } = changes;
  return {
    tenant: 'life',
    requester: 'user:default/li-wei',
    purpose: 'Policy service',
    requestId: 'r1',
    ...rest,
    payload: {
      name: 'policy',
      cluster: 'nonprod',
      environment: 'dev',
      cpu: '2',
      memory: '4Gi',
      leaseUntil: '2026-12-31',
      ...payload,
    },
  };
}

const PRICING = {
  currency: 'CNY',
  cpuCore: 120,
  memoryGibibyte: 40,
  storageGibibyte: 1.5,
};

/** The request kinds as the desk meets it, over real stores and clusters in memory. */
export function createKind(
  stores: Stores,
  clusters = new FakeClustersClient(),
  clock = { now: () => NOW },
) {
  const changed: string[] = [];
  const kinds = createRequestKinds({
    ...stores,
    ...createMemberships(stores),
    dependants: { list: async () => [] },
    clusters,
    clock,
    use: UseOfTenants.create({
      clusters,
      clock,
      logger: mockServices.logger.mock(),
    }),
    pricing: PRICING,
    onChange: tenant => void changed.push(tenant),
  });
  return { kind: kinds[NAMESPACE_CREATE], kinds, clusters, changed };
}
