import type { Pod } from '@caas/plugin-clusters-common';
import { StatusTag, type StatusTone } from '@caas/portal-ui';

/** How a pod is, in Kubernetes' own word: it is what people search for. */
export function PodStateTag({ pod }: { pod: Pod }) {
  return <StatusTag tone={toneOf(pod)} label={pod.state} />;
}

function toneOf({
  state,
  phase,
  readyContainers,
  containers,
}: Pod): StatusTone {
  if (state === 'Succeeded' || state === 'Completed') return 'neutral';
  if (state === 'Running') {
    return readyContainers === containers ? 'success' : 'warning';
  }
  const isOnItsWay =
    phase === 'Pending' &&
    /^(Pending|ContainerCreating|PodInitializing|Init:\d)/.test(state);
  return isOnItsWay || state === 'Terminating' ? 'info' : 'danger';
}
