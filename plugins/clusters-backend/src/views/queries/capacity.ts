import type {
  Amounts,
  Capacity,
  Partition,
} from '@caas/plugin-clusters-common';
import type { ClusterView } from '../ClusterView';
import type { SeenPod } from '../resources/pods';
import { byName } from './pageOfGroups';

const NOTHING: Amounts = { cpuMillicores: 0, memoryBytes: 0, pods: 0 };

/** Pods in these phases have given back what they had asked for. */
const OVER = ['Succeeded', 'Failed'];

/** What the pods on each node have asked for; under the empty name, what no node has taken yet. */
function requestedByNode(pods: Iterable<SeenPod>): Map<string, Amounts> {
  const nodes = new Map<string, Amounts>();
  for (const { phase, node = '', cpuMillicores, memoryBytes } of pods) {
    if (OVER.includes(phase)) continue;
    const sum = nodes.get(node) ?? { ...NOTHING };
    sum.cpuMillicores += cpuMillicores;
    sum.memoryBytes += memoryBytes;
    sum.pods += 1;
    nodes.set(node, sum);
  }
  return nodes;
}

/** What some nodes have and promise together. */
function sumOf(capacities: Capacity[]): Capacity {
  return {
    allocatable: capacities.map(each => each.allocatable).reduce(plus, NOTHING),
    requested: capacities.map(each => each.requested).reduce(plus, NOTHING),
  };
}

/** What a cluster has and promises, in all and by partition. */
export function capacityOfCluster(view: ClusterView): {
  capacity: Capacity;
  partitions: Partition[];
} {
  const byNode = capacityByNode(view);
  const partitions = new Map<string, Capacity[]>();
  for (const { name, partition = '' } of view.nodes.seen.all()) {
    const nodes = partitions.get(partition) ?? [];
    partitions.set(partition, [...nodes, byNode.get(name)!]);
  }
  return {
    capacity: sumOf([...byNode.values()]),
    partitions: [...partitions]
      .map(([name, nodes]) => ({
        name,
        nodeCount: nodes.length,
        capacity: sumOf(nodes),
      }))
      .sort(byName),
  };
}

/** What each node of a cluster has and promises, by its name. */
export function capacityByNode(view: ClusterView): Map<string, Capacity> {
  const requested = requestedByNode(view.pods.seen.all());
  return new Map(
    [...view.nodes.seen.all()].map(({ name, allocatable }) => [
      name,
      { allocatable, requested: requested.get(name) ?? NOTHING },
    ]),
  );
}

function plus(one: Amounts, other: Amounts): Amounts {
  return {
    cpuMillicores: one.cpuMillicores + other.cpuMillicores,
    memoryBytes: one.memoryBytes + other.memoryBytes,
    pods: one.pods + other.pods,
  };
}
