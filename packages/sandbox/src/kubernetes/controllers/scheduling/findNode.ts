import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isSelected, type LabelSelector } from '../selection';
import type { NodeUse } from './NodeUse';
import { untolerated } from './tolerates';

type Term = Pick<LabelSelector, 'matchExpressions'> & {
  matchFields?: LabelSelector['matchExpressions'];
};

/** A node for a pod: the one with the fewest pods of those that it may run on; or why there is none. */
export function findNode(
  pod: KubernetesObject,
  nodes: readonly KubernetesObject[],
  use: NodeUse,
): { node: KubernetesObject } | { why: string } {
  const reasons: string[] = [];
  let best: KubernetesObject | undefined;
  let isFull = false;
  for (const node of nodes) {
    const obstacle = obstacleOf(pod, node);
    const shortage = obstacle ? [] : use.shortageOf(node, pod);
    reasons.push(...(obstacle ? [obstacle] : shortage));
    isFull ||= shortage.length > 0;
    if (obstacle || shortage.length > 0) continue;
    const pods = use.of(node.metadata.name).pods;
    if (!best || pods < use.of(best.metadata.name).pods) best = node;
  }
  return best
    ? { node: best }
    : { why: explain(nodes.length, reasons, isFull) };
}

/** What keeps the pod off the node, whatever room there is. */
function obstacleOf(
  { spec = {} }: KubernetesObject,
  { metadata, spec: node = {} }: KubernetesObject,
): string | undefined {
  if (node.unschedulable) return 'node(s) were unschedulable';
  const taint = untolerated(node.taints, spec.tolerations);
  if (taint) {
    return `node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`;
  }
  const { labels } = metadata;
  const terms: Term[] | undefined =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      ?.nodeSelectorTerms;
  const isWanted =
    isSelected({ matchLabels: spec.nodeSelector }, labels) &&
    (!terms ||
      terms.some(
        ({ matchExpressions, matchFields }) =>
          isSelected({ matchExpressions }, labels) &&
          isSelected(
            { matchExpressions: matchFields },
            { 'metadata.name': metadata.name },
          ),
      ));
  return isWanted
    ? undefined
    : "node(s) didn't match Pod's node affinity/selector";
}

/** As kube-scheduler says it: how many nodes have which obstacle. */
function explain(count: number, reasons: string[], isFull: boolean): string {
  const available = `0/${count} nodes are available`;
  if (count === 0) return 'no nodes available to schedule pods';
  const counted = new Map<string, number>();
  for (const reason of reasons) {
    counted.set(reason, (counted.get(reason) ?? 0) + 1);
  }
  const list = [...counted].map(([reason, times]) => `${times} ${reason}`);
  const preemption = isFull
    ? `${count} No preemption victims found for incoming pod`
    : `${count} Preemption is not helpful for scheduling`;
  return `${available}: ${list.sort().join(', ')}. preemption: ${available}: ${preemption}.`;
}
