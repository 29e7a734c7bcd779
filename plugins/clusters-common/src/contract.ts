import { applySets } from './operations/applySets';
import { autoscalers } from './operations/autoscalers';
import { clusters } from './operations/clusters';
import { drains } from './operations/drains';
import { events } from './operations/events';
import { gateways } from './operations/gateways';
import { ingresses } from './operations/ingresses';
import { jobs } from './operations/jobs';
import { namespaceLifecycle } from './operations/namespaceLifecycle';
import { namespaces } from './operations/namespaces';
import { nodes } from './operations/nodes';
import { persistentVolumeClaims } from './operations/persistentVolumeClaims';
import { pods } from './operations/pods';
import { routes } from './operations/routes';
import { services } from './operations/services';
import { tenants } from './operations/tenants';
import { usage } from './operations/usage';
import { registrations } from './operations/registrations';
import { workloads } from './operations/workloads';

/**
 * The operations of clusters, the one door to Kubernetes.
 *
 * @public
 */
export const clustersContract = {
  clusters,
  registrations,
  nodes,
  drains,
  namespaces,
  namespaceLifecycle,
  workloads,
  pods,
  jobs,
  autoscalers,
  services,
  ingresses,
  gateways,
  routes,
  persistentVolumeClaims,
  events,
  tenants,
  usage,
  applySets,
};

/** @public */
export type ClustersContract = typeof clustersContract;
