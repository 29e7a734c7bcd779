import { applySets } from './operations/applySets';
import { clusters } from './operations/clusters';
import { events } from './operations/events';
import { namespaces } from './operations/namespaces';
import { nodes } from './operations/nodes';
import { pods } from './operations/pods';
import { workloads } from './operations/workloads';

/**
 * The operations of clusters, the one door to Kubernetes.
 *
 * @public
 */
export const clustersContract = {
  clusters,
  nodes,
  namespaces,
  workloads,
  pods,
  events,
  applySets,
};

/** @public */
export type ClustersContract = typeof clustersContract;
