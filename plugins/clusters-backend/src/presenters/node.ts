import type { Capacity, Node, NodeDetail } from '@caas/plugin-clusters-common';
import { nodeState } from '../domain/nodeState';
import type { SeenNode } from '../views/resources/nodes';

export function presentNode(
  cluster: string,
  seen: SeenNode,
  capacity: Capacity,
): Node {
  const { name, partition, zone, roles, taints } = seen;
  const { address, kubeletVersion, createdAt } = seen;
  return {
    cluster,
    name,
    ...nodeState(seen),
    partition,
    zone,
    roles,
    taints,
    capacity,
    address,
    kubeletVersion,
    createdAt,
  };
}

export function presentNodeDetail(
  cluster: string,
  seen: SeenNode,
  capacity: Capacity,
): NodeDetail {
  const { labels, operatingSystem, architecture, conditions } = seen;
  const { isSchedulable } = seen;
  return {
    ...presentNode(cluster, seen, capacity),
    isSchedulable,
    labels,
    operatingSystem,
    architecture,
    conditions,
  };
}
