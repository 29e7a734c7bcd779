import type { ActionsOf } from '../../clients/actionsOfClusters';
import type { NodeDrainStore } from '../../database/NodeDrainStore';
import type { Clock } from '../../domain/Clock';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { DefaultPodLogService } from '../logs/DefaultPodLogService';
import { LogStreams } from '../logs/LogStreams';
import { ClusterPlaces } from './ClusterPlaces';
import { DrainService } from './DrainService';
import { NodeActions } from './NodeActions';
import { WorkloadActions } from './WorkloadActions';

type Options = {
  registry: ClusterRegistry;
  actionsOf: ActionsOf;
  drains: NodeDrainStore;
  clock: Clock;
  /** Somebody wants a node empty, or not any more. */
  onDrain(): void;
};

/** What people do on clusters. */
export function createActions(options: Options) {
  const { registry, actionsOf, drains, clock, onDrain } = options;
  const places = new ClusterPlaces(registry, actionsOf);
  return {
    logs: DefaultPodLogService.create({
      registry,
      actionsOf,
      streams: new LogStreams(),
    }),
    workloads: new WorkloadActions(places, clock),
    nodes: new NodeActions(places, (cluster, node) =>
      drains.findOpen(cluster, node),
    ),
    drains: new DrainService({ places, drains, clock, onChange: onDrain }),
  };
}

/** What people do on clusters, by what it is about. */
export type Actions = ReturnType<typeof createActions>;
