import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { clusterViews } from './clusters';
import { eventViews } from './events';
import { namespaceViews } from './namespaces';
import { nodeViews } from './nodes';
import { podViews } from './pods';
import { tenantViews } from './tenants';
import { trimmedViews } from './trimmed';
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
    tenants: tenantViews(registry),
    jobs: trimmedViews(registry, view => [view.cronJobs, view.jobs]),
    autoscalers: trimmedViews(registry, view => [view.autoscalers]),
    services: trimmedViews(registry, view => [view.services]),
    ingresses: trimmedViews(registry, view => [view.ingresses]),
    gateways: trimmedViews(registry, view => [view.gateways]),
    routes: trimmedViews(registry, view => [view.routes]),
    persistentVolumeClaims: trimmedViews(registry, view => [
      view.persistentVolumeClaims,
    ]),
  };
}

export type Views = ReturnType<typeof createViews>;
