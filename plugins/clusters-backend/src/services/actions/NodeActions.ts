import { ConflictError, InputError } from '@backstage/errors';
import { withChinese, type Bilingual } from '@caas/contract';
import type {
  ChangedNode,
  LabelChange,
  TaintChange,
} from '@caas/plugin-clusters-common';
import { ClusterAnswerError } from '../../clients/KubernetesActions';
import { nodeNamed } from '../../domain/named';
import type { LiveObject } from '../../domain/LiveObject';
import {
  labelConflicts,
  labelPatch,
  refuseKey,
  taintConflicts,
  taintsAfter,
} from '../../domain/nodeChanges';
import { tellRefusal } from '../refusals';
import type { ClusterPlaces } from './ClusterPlaces';

/** Kubelets write to their node all the time. */
const ATTEMPTS = 5;

export type NodePlace = { cluster: string; name: string; reason?: string };

/** What of a node an action wants changed; undefined when it is so already. */
type Change = (node: LiveObject) => object | undefined;

/** What administrators do with nodes. */
export class NodeActions {
  constructor(
    private readonly places: ClusterPlaces,
    /** Who drains the node now, if anybody. */
    private readonly openDrainOf: (
      cluster: string,
      node: string,
    ) => Promise<{ id: string; requestedBy: string } | undefined>,
  ) {}

  cordon(place: NodePlace) {
    return this.change(place, 'cordon', ({ spec }) =>
      spec?.unschedulable ? undefined : { spec: { unschedulable: true } },
    );
  }

  async uncordon(place: NodePlace) {
    const { cluster, name } = place;
    const drain = await this.openDrainOf(cluster, name);
    if (drain) {
      throw withChinese(
        new ConflictError(
          `Node '${name}' is being drained for ${drain.requestedBy}: cancel the drain, and choose to open the node again.`,
        ),
        `节点“${name}”正在为 ${drain.requestedBy} 排空。请取消排空，并选择恢复调度`,
      );
    }
    return this.change(place, 'uncordon', ({ spec }) =>
      spec?.unschedulable ? { spec: { unschedulable: null } } : undefined,
    );
  }

  label(place: NodePlace & { changes: LabelChange[] }) {
    const { changes } = place;
    assertKeys(changes);
    return this.change(place, 'label', ({ metadata }) => {
      const labels = metadata.labels ?? {};
      assertSame(place, labelConflicts(labels, changes));
      return changes.every(({ key, to }) => (labels[key] ?? null) === to)
        ? undefined
        : { metadata: { labels: labelPatch(changes) } };
    });
  }

  taint(place: NodePlace & { changes: TaintChange[] }) {
    const { changes } = place;
    assertKeys(changes);
    return this.change(place, 'taint', ({ spec }) => {
      const before: { key: string; value?: string; effect: string }[] =
        spec?.taints ?? [];
      assertSame(place, taintConflicts(before, changes));
      const taints = taintsAfter(before, changes);
      const isSame =
        taints.length === before.length &&
        taints.every((taint, index) => taint === before[index]);
      return isSame ? undefined : { spec: { taints } };
    });
  }

  /** Reads, decides, and writes what was read: whoever writes in between is seen, and asked about again. */
  private async change(
    place: NodePlace,
    action: string,
    decide: Change,
  ): Promise<ChangedNode> {
    const { cluster, name } = place;
    const actions = this.places.cluster(cluster);
    this.places.assertReason({ cluster }, place.reason);
    const path = `/api/v1/nodes/${encodeURIComponent(name)}`;
    try {
      for (let attempt = 1; ; attempt += 1) {
        const node = await actions.send({ method: 'GET', path });
        const { resourceVersion } = node.metadata;
        const wanted = decide(node) as { metadata?: object } | undefined;
        if (!wanted) return presentNode(cluster, node);
        try {
          const changed = await actions.send({
            method: 'PATCH',
            path,
            query: { fieldManager: `caas-portal-${action}` },
            contentType: 'application/merge-patch+json',
            body: {
              ...wanted,
              metadata: { ...wanted.metadata, resourceVersion },
            },
          });
          return presentNode(cluster, changed);
        } catch (error) {
          const isStale =
            error instanceof ClusterAnswerError && error.code === 409;
          if (!isStale || attempt === ATTEMPTS) throw error;
        }
      }
    } catch (error) {
      throw tellRefusal(error, { what: nodeNamed(name), cluster });
    }
  }
}

function assertKeys(changes: readonly { key: string }[]): void {
  for (const { key } of changes) {
    const refusal = refuseKey(key);
    if (refusal) {
      throw withChinese(new InputError(refusal.en), refusal['zh-CN']);
    }
  }
}

function assertSame({ name }: NodePlace, conflicts: Bilingual[]): void {
  if (conflicts.length === 0) return;
  throw withChinese(
    new ConflictError(
      `Node '${name}' was changed in the meantime: ${conflicts.map(({ en }) => en).join(', ')}. Look at it again, then repeat what you did.`,
    ),
    `节点“${name}”已被他人更改：${conflicts.map(each => each['zh-CN']).join('；')}。请刷新后重试`,
  );
}

function presentNode(cluster: string, node: LiveObject): ChangedNode {
  return {
    cluster,
    name: node.metadata.name!,
    isSchedulable: !node.spec?.unschedulable,
    labels: node.metadata.labels ?? {},
    taints: (node.spec?.taints ?? []).map(
      ({ key, value, effect }: ChangedNode['taints'][number]) => ({
        key,
        value,
        effect,
      }),
    ),
  };
}
