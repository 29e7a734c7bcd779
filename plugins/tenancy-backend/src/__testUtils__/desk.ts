import { FakeClustersClient } from '../clients/FakeClustersClient';
import { NamespaceCreateKind } from '../services/NamespaceCreateKind';
import { NamespaceRequestChecks } from '../services/NamespaceRequestChecks';
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
      ...payload,
    },
  };
}

/** The request kind as the desk meets it, over real stores and clusters in memory. */
export function createKind(
  stores: Stores,
  clusters = new FakeClustersClient(),
  clock = { now: () => NOW },
) {
  const changed: string[] = [];
  const kind = NamespaceCreateKind.create({
    checks: NamespaceRequestChecks.create({ ...stores, clusters }),
    ...stores,
    clock,
    onChange: tenant => changed.push(tenant),
  });
  return { kind, clusters, changed };
}
