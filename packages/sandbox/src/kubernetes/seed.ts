import type { KubernetesObject } from './storage/KubernetesObject';
import { kindOf, type ObjectStore } from './storage/ObjectStore';

const PARTITIONS = ['general', 'database', 'dmz'] as const;
const ZONES = ['zone-a', 'zone-b'] as const;

/** What a sandbox cluster starts with. */
export type ClusterSeed = { name: string; nodes: number };

/** The two clusters of a laptop: test apart from production. */
export const CLUSTERS: readonly ClusterSeed[] = [
  { name: 'nonprod', nodes: 6 },
  { name: 'prod', nodes: 8 },
];

/** Fills an empty cluster: the same names, labels and sizes every time. */
export function seedCluster(
  store: ObjectStore,
  { name, nodes }: ClusterSeed,
): void {
  for (const namespace of ['default', 'kube-system', 'kube-public']) {
    store.create(kindOf('Namespace'), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: { 'kubernetes.io/metadata.name': namespace },
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  }
  for (let index = 0; index < nodes; index += 1) {
    store.create(kindOf('Node'), node(name, index));
  }
  store.create(kindOf('Deployment'), coreDns());
}

function node(cluster: string, index: number): KubernetesObject {
  const partition = PARTITIONS[index % PARTITIONS.length];
  const nodeName = `${cluster}-${partition}-${Math.floor(index / PARTITIONS.length) + 1}`;
  const size = { cpu: '16', memory: '64Gi', pods: '110' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: nodeName,
      labels: {
        'caas.io/partition': partition,
        'topology.kubernetes.io/zone': ZONES[index % ZONES.length],
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
      },
    },
    spec:
      partition === 'general'
        ? {}
        : {
            taints: [
              {
                key: 'caas.io/partition',
                value: partition,
                effect: 'NoSchedule',
              },
            ],
          },
    status: {
      capacity: size,
      allocatable: size,
      addresses: [
        {
          type: 'InternalIP',
          address: `10.${cluster === 'prod' ? 20 : 10}.0.${index + 11}`,
        },
        { type: 'Hostname', address: nodeName },
      ],
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          message: 'kubelet is posting ready status',
        },
      ],
      nodeInfo: {
        kubeletVersion: 'v1.34.1',
        operatingSystem: 'linux',
        architecture: 'amd64',
      },
    },
  };
}

function coreDns(): KubernetesObject {
  const labels = { 'k8s-app': 'kube-dns' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'coredns', namespace: 'kube-system', labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'coredns',
              image: 'registry.k8s.io/coredns/coredns:v1.12.1',
              resources: {
                requests: { cpu: '100m', memory: '70Mi' },
                limits: { memory: '170Mi' },
              },
            },
          ],
        },
      },
    },
  };
}
