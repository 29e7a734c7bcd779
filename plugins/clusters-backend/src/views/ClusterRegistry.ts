import type { ClusterDefinition } from '../config/readClusters';
import type { ClusterView } from './ClusterView';

/** A cluster of the registry, with its view. */
export type RegisteredCluster = {
  definition: ClusterDefinition;
  view: ClusterView;
};

/** The clusters that the portal has a connection to, in the order of the configuration. */
export class ClusterRegistry {
  constructor(readonly clusters: readonly RegisteredCluster[]) {}

  find(name: string): RegisteredCluster | undefined {
    return this.clusters.find(({ definition }) => definition.name === name);
  }

  get names(): string[] {
    return this.clusters.map(({ definition }) => definition.name);
  }

  start(): void {
    for (const { view } of this.clusters) view.start();
  }

  stop(): void {
    for (const { view } of this.clusters) view.stop();
  }
}
