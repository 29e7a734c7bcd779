import type { ContainerStatus } from '../controllers/kubelet/ContainerStatus';
import type { KubernetesObject } from '../storage/KubernetesObject';

/** What `kubectl get pods` says of a pod in one word: what keeps a container from running comes before the phase. */
export function podState({ metadata, status }: KubernetesObject): string {
  if (metadata.deletionTimestamp) return 'Terminating';
  const containers: ContainerStatus[] = status?.containerStatuses ?? [];
  for (const { state } of [...containers].reverse()) {
    if (state?.waiting?.reason) return state.waiting.reason;
    if (state?.terminated?.reason) return state.terminated.reason;
  }
  return status?.phase ?? '';
}

export function podRestarts({ status }: KubernetesObject): string {
  const containers: ContainerStatus[] = status?.containerStatuses ?? [];
  return String(
    containers.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0),
  );
}

export function nodeState({ spec, status }: KubernetesObject): string {
  const ready = (status?.conditions ?? []).find(
    ({ type }: { type: string }) => type === 'Ready',
  );
  const state = ready?.status === 'True' ? 'Ready' : 'NotReady';
  return spec?.unschedulable ? `${state},SchedulingDisabled` : state;
}
