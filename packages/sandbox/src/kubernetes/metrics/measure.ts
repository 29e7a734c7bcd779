import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { timestamp } from '../storage/timestamp';
import { usageOfContainers, usageOfNode, WINDOW_MS, type Usage } from './usage';

/** Everything of one kind that is measured now, in the order of the names. */
export function measure(
  store: ObjectStore,
  kind: ResourceKind,
  namespace?: string,
): KubernetesObject[] {
  const now = store.now();
  const pods = store
    .list(kindOf('Pod'), namespace)
    .filter(({ status }) => status?.phase === 'Running');
  return kind.kind === 'PodMetrics'
    ? pods.flatMap(pod => measurePod(pod, now))
    : measureNodes(store, pods, now);
}

/** A pod of which nothing runs at the moment has no figures. */
function measurePod(pod: KubernetesObject, now: Date): KubernetesObject[] {
  const containers = usageOfContainers(pod, now);
  if (containers.length === 0) return [];
  return [
    {
      ...frame('PodMetrics', pod, now),
      containers: containers.map(({ name, ...usage }) => ({
        name,
        usage: write(usage),
      })),
    },
  ];
}

function measureNodes(
  store: ObjectStore,
  pods: readonly KubernetesObject[],
  now: Date,
): KubernetesObject[] {
  const byNode = new Map<string, KubernetesObject[]>();
  for (const pod of pods) {
    const node = pod.spec?.nodeName;
    byNode.set(node, [...(byNode.get(node) ?? []), pod]);
  }
  return store.list(kindOf('Node')).map(node => ({
    ...frame('NodeMetrics', node, now),
    usage: write(usageOfNode(byNode.get(node.metadata.name) ?? [], now)),
  }));
}

function frame(
  kind: string,
  { metadata }: KubernetesObject,
  now: Date,
): KubernetesObject {
  const { name, namespace, labels } = metadata;
  const measuredAt = Math.floor(now.getTime() / WINDOW_MS) * WINDOW_MS;
  return {
    kind,
    apiVersion: 'metrics.k8s.io/v1beta1',
    metadata: {
      name,
      ...(namespace && { namespace }),
      creationTimestamp: timestamp(now),
      ...(labels && { labels }),
    },
    timestamp: timestamp(new Date(measuredAt)),
    window: `${WINDOW_MS / 1000}s`,
  };
}

/** As metrics-server writes it: billionths of a core, and units of 1024 bytes. */
function write({ cpu, memory }: Usage) {
  return {
    cpu: `${Math.round(cpu * 1e9)}n`,
    memory: `${Math.round(memory / 1024)}Ki`,
  };
}
