import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isSelected, type LabelSelector } from '../selection';
import { untolerated, type Toleration } from '../scheduling/tolerates';

const trouble = (name: string, effect: string): Toleration => ({
  key: `node.kubernetes.io/${name}`,
  operator: 'Exists',
  effect,
});

/** Pods of DaemonSets stay where others have to leave. */
export const TOLERATIONS: readonly Toleration[] = [
  trouble('not-ready', 'NoExecute'),
  trouble('unreachable', 'NoExecute'),
  trouble('disk-pressure', 'NoSchedule'),
  trouble('memory-pressure', 'NoSchedule'),
  trouble('pid-pressure', 'NoSchedule'),
  trouble('unschedulable', 'NoSchedule'),
];

/** The nodes that a pod of this template may run on, cordoned or not. */
export function eligibleNodes(
  spec: KubernetesObject['spec'],
  nodes: readonly KubernetesObject[],
): KubernetesObject[] {
  const tolerations = [...(spec?.tolerations ?? []), ...TOLERATIONS];
  const terms: Pick<LabelSelector, 'matchExpressions'>[] | undefined =
    spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      ?.nodeSelectorTerms;
  return nodes.filter(
    ({ metadata, spec: node }) =>
      isSelected({ matchLabels: spec?.nodeSelector }, metadata.labels) &&
      (!terms || terms.some(term => isSelected(term, metadata.labels))) &&
      !untolerated(node?.taints, tolerations),
  );
}
