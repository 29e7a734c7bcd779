import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { clusterViews } from './clusters';
import { eventViews } from './events';
import { namespaceViews } from './namespaces';
import { nodeViews } from './nodes';
import { podViews } from './pods';
import { workloadViews } from './workloads';

/**
 * What people see of the clusters, a file for each resource. All answer from the views in memory: no request of a person
 * reaches a cluster.
 */
export function createViews(registry: ClusterRegistry) {
  return {
    clusters: clusterViews(registry),
    nodes: nodeViews(registry),
    namespaces: namespaceViews(registry),
    workloads: workloadViews(registry),
    pods: podViews(registry),
    events: eventViews(registry),
  };
}

export type Views = ReturnType<typeof createViews>;
