import { NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import { presentNode, presentNodeDetail } from '../../presenters/node';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { capacityByNode } from '../../views/queries/capacity';
import { findCluster } from '../../views/queries/findCluster';
import { byName } from '../../views/byName';
import { pageOfGroups, type Window } from '../../views/queries/pageOfGroups';

/** The nodes of clusters, with what they give and what is promised of it. */
export function nodeViews(registry: ClusterRegistry) {
  return {
    list({
      cluster,
      partition,
      ...window
    }: Window & { cluster: string; partition?: string }) {
      const { view } = findCluster(registry, cluster);
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
    },

    get({ cluster, name }: { cluster: string; name: string }) {
      const { view } = findCluster(registry, cluster);
      const node = view.nodes.seen.find(name);
      if (!node) {
        throw withChinese(
          new NotFoundError(
            `There is no node '${name}' on cluster '${cluster}'`,
          ),
          `集群“${cluster}”上没有节点“${name}”`,
        );
      }
      return presentNodeDetail(cluster, node, capacityByNode(view).get(name)!);
    },
  };
}
