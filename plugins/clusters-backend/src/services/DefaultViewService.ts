import { NotFoundError } from '@backstage/errors';
import type { RowAccess } from '@caas/contract-node';
import {
  presentCluster,
  presentClusterDetail,
  presentNamespace,
} from '../presenters/cluster';
import { presentNode, presentNodeDetail } from '../presenters/node';
import {
  presentEvent,
  presentPod,
  presentWorkload,
} from '../presenters/workload';
import type {
  ClusterRegistry,
  RegisteredCluster,
} from '../views/ClusterRegistry';
import { capacityByNode } from '../views/queries/capacity';
import { byName, pageOfGroups, type Page } from '../views/queries/pageOfGroups';
import {
  visibleNamespaces,
  type Scope,
  type VisibleNamespace,
} from '../views/queries/visibleNamespaces';
import type { ViewService } from './ViewService';

type Query<M extends keyof ViewService> = Parameters<ViewService[M]>[0];

/** Answers from the views in memory: no request of a person reaches a cluster. */
export class DefaultViewService implements ViewService {
  static create(options: { registry: ClusterRegistry }): DefaultViewService {
    return new DefaultViewService(options.registry);
  }

  private constructor(private readonly registry: ClusterRegistry) {}

  listClusters() {
    return this.registry.clusters.map(presentCluster);
  }

  getCluster(cluster: string) {
    return presentClusterDetail(this.find(cluster));
  }

  listNodes({ cluster, partition, ...window }: Query<'listNodes'>) {
    const { view } = this.find(cluster);
    const nodes = [...view.nodes.seen.all()].filter(
      node => partition === undefined || (node.partition ?? '') === partition,
    );
    const capacities = capacityByNode(view);
    const { items, totalCount } = pageOfGroups([nodes], window, byName);
    return {
      items: items.map(node =>
        presentNode(cluster, node, capacities.get(node.name)!),
      ),
      totalCount,
    };
  }

  getNode({ cluster, name }: Query<'getNode'>) {
    const { view } = this.find(cluster);
    const node = view.nodes.seen.find(name);
    if (!node) {
      throw new NotFoundError(
        `There is no node '${name}' on cluster '${cluster}'`,
      );
    }
    return presentNodeDetail(cluster, node, capacityByNode(view).get(name)!);
  }

  listNamespaces(query: Query<'listNamespaces'>, access: RowAccess) {
    const { name: namespace, ...scope } = query;
    const visible = [...this.visible({ ...scope, namespace }, access)];
    const page = visible.slice(query.offset, query.offset + query.limit);
    return {
      items: page.map(({ place, view, namespace: seen }) =>
        presentNamespace(place.cluster, seen, [
          ...view.quotas.seen.in(seen.name),
        ]),
      ),
      totalCount: visible.length,
    };
  }

  listWorkloads(query: Query<'listWorkloads'>, access: RowAccess) {
    return this.pageOf(
      query,
      access,
      ({ view, namespace }) =>
        [view.deployments, view.statefulSets, view.daemonSets].flatMap(
          ({ seen }) => [...seen.in(namespace.name)],
        ),
      ({ entity }) => !query.entity || entity === query.entity,
      presentWorkload,
    );
  }

  listPods(query: Query<'listPods'>, access: RowAccess) {
    return this.pageOf(
      query,
      access,
      ({ view, namespace }) => view.pods.seen.in(namespace.name),
      pod =>
        (!query.entity || pod.entity === query.entity) &&
        (!query.node || pod.node === query.node) &&
        (!query.workloadKind || pod.workloadKind === query.workloadKind) &&
        (!query.workload || pod.workload === query.workload),
      presentPod,
    );
  }

  listEvents(query: Query<'listEvents'>, access: RowAccess) {
    const events = [...this.visible(query, access)].flatMap(
      ({ place, view, namespace }) =>
        [...view.events.seen.in(namespace.name)]
          .filter(({ object }) => !query.object || object === query.object)
          .map(event => ({ place, event })),
    );
    const { items, totalCount } = pageOfGroups(
      [events],
      query,
      ({ event: one }, { event: other }) =>
        other.at - one.at || byName(one, other),
    );
    return {
      items: items.map(({ place, event }) => presentEvent(place, event)),
      totalCount,
    };
  }

  /** One page of what stands in the namespaces that somebody may see. */
  private pageOf<T extends { name: string }, V>(
    query: Scope & { limit: number; offset: number },
    access: RowAccess,
    objectsIn: (visible: VisibleNamespace) => Iterable<T>,
    isAskedFor: (object: T) => boolean,
    present: (place: VisibleNamespace['place'], object: T) => V,
  ): Page<V> {
    const groups = [...this.visible(query, access)].map(visible =>
      [...objectsIn(visible)]
        .filter(isAskedFor)
        .map(object => ({ place: visible.place, object })),
    );
    const { items, totalCount } = pageOfGroups(
      groups,
      query,
      ({ object: one }, { object: other }) => byName(one, other),
    );
    return {
      items: items.map(({ place, object }) => present(place, object)),
      totalCount,
    };
  }

  private visible(scope: Scope, access: RowAccess) {
    if (scope.cluster) this.find(scope.cluster);
    return visibleNamespaces(this.registry.clusters, scope, access);
  }

  private find(cluster: string): RegisteredCluster {
    const found = this.registry.find(cluster);
    if (found) return found;
    const known = this.registry.names.map(name => `'${name}'`).join(', ');
    throw new NotFoundError(
      `There is no cluster '${cluster}': the portal knows ${known || 'none'}`,
    );
  }
}
