import type { ClusterDefinition } from '../domain/ClusterDefinition';
import type { ClusterView } from './ClusterView';

/** A cluster of the registry, with its view. */
export type RegisteredCluster = {
  definition: ClusterDefinition;
  view: ClusterView;
};

/** The clusters that the portal has a connection to: those of the configuration in its order, then the others by name. */
export class ClusterRegistry {
  private known: readonly RegisteredCluster[];
  private isStarted = false;

  constructor(clusters: readonly RegisteredCluster[] = []) {
    this.known = clusters;
  }

  get clusters(): readonly RegisteredCluster[] {
    return this.known;
  }

  find(name: string): RegisteredCluster | undefined {
    return this.known.find(({ definition }) => definition.name === name);
  }

  get names(): string[] {
    return this.known.map(({ definition }) => definition.name);
  }

  /** Adds a cluster, or puts it in the place of the one that has its name; a view that stays goes on. */
  put(cluster: RegisteredCluster): void {
    const { name } = cluster.definition;
    const before = this.find(name);
    const all = [
      ...this.known.filter(({ definition }) => definition.name !== name),
      cluster,
    ];
    const isConfigured = ({ definition }: RegisteredCluster) =>
      definition.origin === 'config';
    this.known = [
      ...all.filter(isConfigured),
      ...all
        .filter(each => !isConfigured(each))
        .sort((one, other) =>
          one.definition.name < other.definition.name ? -1 : 1,
        ),
    ];
    if (before?.view === cluster.view) return;
    before?.view.stop();
    if (this.isStarted) cluster.view.start();
  }

  remove(name: string): void {
    this.find(name)?.view.stop();
    this.known = this.known.filter(
      ({ definition }) => definition.name !== name,
    );
  }

  start(): void {
    this.isStarted = true;
    for (const { view } of this.known) view.start();
  }

  stop(): void {
    this.isStarted = false;
    for (const { view } of this.known) view.stop();
  }
}
