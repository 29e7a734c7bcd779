import { actionsOfClusters } from '../../clients/actionsOfClusters';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { DefaultPodLogService } from '../logs/DefaultPodLogService';
import { LogStreams } from '../logs/LogStreams';

/** What people do on clusters. */
export function createActions({ registry }: { registry: ClusterRegistry }) {
  const actionsOf = actionsOfClusters(
    cluster => registry.find(cluster)?.definition,
  );
  return {
    logs: DefaultPodLogService.create({
      registry,
      actionsOf,
      streams: new LogStreams(),
    }),
  };
}

/** What people do on clusters, by what it is about. */
export type Actions = ReturnType<typeof createActions>;
