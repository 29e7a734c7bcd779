import type { Cluster } from '@caas/plugin-clusters-common';
import type { ClustersView } from '../clustersApi';

const GIB = 2 ** 30;
const some = { cpuMillicores: 32_000, memoryBytes: 128 * GIB, pods: 330 };
const capacity = { allocatable: some, requested: some };
const nonprod: Cluster = {
  name: 'nonprod',
  title: '非生产集群',
  titleEn: 'Non-production',
  environments: ['dev', 'test', 'staging'],
  origin: 'config',
  state: 'connected',
  since: '2026-11-20T01:00:00.000Z',
  gaps: [],
};

/** What clusters would say to the forms of tenancy: a cluster with two partitions, and a namespace that is in use. */
export function fakeClustersView(): ClustersView {
  const view: Pick<ClustersView['clusters'], 'list' | 'get'> = {
    list: async () => ({
      items: [nonprod, { ...nonprod, name: 'prod', environments: ['prod'] }],
    }),
    get: async ({ cluster }) => ({
      ...nonprod,
      name: cluster,
      capacity,
      podPhases: {},
      partitions: [
        { name: '', nodeCount: 6, capacity },
        { name: 'gpu', nodeCount: 2, capacity },
      ],
    }),
  };
  return {
    clusters: view,
    namespaces: {
      list: async ({ cluster = 'nonprod', name = '' }) => ({
        items: [
          {
            cluster,
            name,
            phase: 'Active',
            quotas: [],
            requested: {
              cpuMillicores: 1500,
              memoryBytes: 3 * GIB,
              pods: 4,
            },
          },
        ],
        totalCount: 1,
      }),
    },
    usage: {
      ofNamespace: async () => ({
        intervalSeconds: 300,
        peak: {
          requested: { cpuMillicores: 1800, memoryBytes: 3.5 * GIB },
        },
        points: [],
      }),
      ofCluster: async () => ({ intervalSeconds: 300, points: [] }),
    },
  };
}
