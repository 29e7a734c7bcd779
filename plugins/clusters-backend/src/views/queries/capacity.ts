import type { Capacity, Partition } from '@caas/plugin-clusters-common';
import { addAmounts, addKnown, NO_AMOUNTS } from '../../domain/amounts';
import type { ClusterView } from '../ClusterView';
import { byName } from '../byName';
import { promisedTo } from './promised';

/** What some nodes have, promise and use together. */
function sumOf(capacities: Capacity[]): Capacity {
  return {
    allocatable: capacities
      .map(({ allocatable }) => allocatable)
      .reduce(addAmounts, NO_AMOUNTS),
    requested: capacities
      .map(({ requested }) => requested)
      .reduce(addAmounts, NO_AMOUNTS),
    used: capacities.map(({ used }) => used).reduce(addKnown, undefined),
  };
}

/** What a cluster has, promises and uses, in all and by partition. */
export function capacityOfCluster(view: ClusterView): {
  capacity: Capacity;
  partitions: Partition[];
} {
  const byNode = capacityByNode(view);
  const partitions = new Map<string, Capacity[]>();
  for (const { name, partition = '' } of view.nodes.seen.all()) {
    const nodes = partitions.get(partition) ?? [];
    nodes.push(byNode.get(name)!);
    partitions.set(partition, nodes);
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

/** What each node of a cluster has, promises and uses, by its name. */
export function capacityByNode(view: ClusterView): Map<string, Capacity> {
  const { byNode } = promisedTo(view.pods.seen);
  const usage = view.usage.seen;
  return new Map(
    [...view.nodes.seen.all()].map(({ name, allocatable }) => [
      name,
      {
        allocatable,
        requested: byNode.get(name) ?? NO_AMOUNTS,
        used: usage?.nodes.get(name),
      },
    ]),
  );
}
