import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { inTenants } from '@caas/backend-testing';
import { RowAccess } from '@caas/contract-node';
import { LABELS, workloadReadPermission } from '@caas/plugin-clusters-common';
import { NOW } from '../../__testUtils__/applySets';
import type { KubernetesClient } from '../../clients/KubernetesClient';
import type { ClusterDefinition } from '../../domain/ClusterDefinition';
import type { LiveObject } from '../../domain/LiveObject';
import { podViews } from '../../services/views/pods';
import type { Seen } from '../Collection';
import { ClusterRegistry } from '../ClusterRegistry';
import { ClusterView } from '../ClusterView';
import type { Mirror } from '../Mirror';
import { entityInstances } from './entityInstances';

const accessTo = (result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) =>
  RowAccess.fromDecision({ result });
const ALL = accessTo(AuthorizeResult.ALLOW);
const NONE = accessTo(AuthorizeResult.DENY);
const OF_LIFE = RowAccess.fromDecision(
  inTenants('clusters', workloadReadPermission, ['life']),
);
const ENTITY = 'backstage.io/kubernetes-id';
const MOST_BYTES = 180 * 1024;

function fill<T extends Seen>(mirror: Mirror<T>, objects: LiveObject[]) {
  mirror.begin();
  mirror.add(objects);
  mirror.complete();
}

const labelled = (name: string, namespace: string, entity = 'claims') => ({
  name,
  namespace,
  labels: { [ENTITY]: entity },
});
const pod = (
  name: string,
  namespace: string,
  ready = true,
  entity?: string,
): LiveObject => ({
  metadata: labelled(name, namespace, entity),
  spec: { containers: [{ image: 'harbor.local/life/claims:1.0.0' }] },
  status: {
    phase: 'Running',
    containerStatuses: [
      ready
        ? { ready, restartCount: 0 }
        : {
            ready,
            restartCount: 3,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
          },
    ],
  },
});
const space = (name: string, tenant: string): LiveObject => ({
  metadata: {
    name,
    labels: { [LABELS.tenant]: tenant, [LABELS.environment]: 'prod' },
  },
});

function registryOf(pods: LiveObject[]) {
  const view = new ClusterView({
    cluster: 'prod',
    client: {} as KubernetesClient,
    clock: { now: () => NOW },
    logger: mockServices.logger.mock(),
    onConnected: () => {},
    onTouched: () => {},
  });
  fill(view.namespaces, [
    space('life-prod', 'life'),
    space('other', 'property'),
  ]);
  fill(view.pods, pods);
  fill(view.deployments, [
    {
      metadata: labelled('claims', 'life-prod'),
      spec: { replicas: 3 },
      status: { readyReplicas: 2, updatedReplicas: 3, availableReplicas: 2 },
    },
    { metadata: labelled('policy', 'life-prod', 'policy') },
  ]);
  const definition = { name: 'prod' } as ClusterDefinition;
  return new ClusterRegistry([{ definition, view }] as never);
}

describe('entityInstances', () => {
  const registry = registryOf([
    pod('a', 'life-prod'),
    pod('b', 'life-prod', false),
    pod('c', 'life-prod', true, 'policy'),
    pod('d', 'other'),
  ]);

  it('tells where an entity runs, how much of it, and how it is', () => {
    const found = entityInstances(registry, 'claims', OF_LIFE);
    expect(found).toEqual({
      placeCount: 1,
      podCount: 2,
      places: [
        {
          cluster: 'prod',
          namespace: 'life-prod',
          tenant: 'life',
          environment: 'prod',
          workloads: [
            expect.objectContaining({
              name: 'claims',
              state: 'degraded',
              desired: 3,
              ready: 2,
            }),
          ],
          podCount: 2,
          readyPodCount: 1,
          restarts: 3,
          podStates: { Running: 1, CrashLoopBackOff: 1 },
        },
      ],
      unreachable: [
        {
          cluster: 'prod',
          state: 'connecting',
          since: NOW.toISOString(),
          reason: undefined,
        },
      ],
    });
    expect(entityInstances(registry, 'claims', ALL).podCount).toBe(3);
  });

  it('tells nothing to whoever may see nothing, not even of clusters', () => {
    expect(entityInstances(registry, 'claims', NONE)).toEqual({
      places: [],
      placeCount: 0,
      podCount: 0,
      unreachable: [],
    });
  });

  it('is small for a service of five thousand pods, with its first page', () => {
    const pods = Array.from({ length: 5000 }, (_, index) =>
      pod(`claims-7d9f8c6b5-${index}`, 'life-prod', index % 10 > 0),
    );
    const many = registryOf(pods);
    const summary = entityInstances(many, 'claims', OF_LIFE);
    const first = podViews(many).list(
      { entity: 'claims', limit: 20, offset: 0 },
      OF_LIFE,
    );
    expect([summary.podCount, first.totalCount]).toEqual([5000, 5000]);
    const bytes = JSON.stringify([summary, first]).length;
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
});
