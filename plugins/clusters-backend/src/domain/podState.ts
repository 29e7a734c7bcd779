/** The part of a container's status that says how it is. */
export type ContainerStatus = {
  ready?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string };
    terminated?: { reason?: string; exitCode?: number; signal?: number };
    running?: object;
  };
};

type PodStatus = {
  phase?: string;
  reason?: string;
  initContainerStatuses?: ContainerStatus[];
  containerStatuses?: ContainerStatus[];
};

/**
 * How a pod is, in the word that `kubectl get pods` shows: its phase, or what keeps it from being ready, such as
 * `CrashLoopBackOff` or `Init:ImagePullBackOff`.
 */
export function podState(
  status: PodStatus | undefined,
  isDeleting: boolean,
): string {
  if (isDeleting) return 'Terminating';
  const init = initState(status?.initContainerStatuses ?? []);
  if (init) return init;
  const containers = status?.containerStatuses ?? [];
  for (const { state } of containers) {
    if (state?.waiting?.reason) return state.waiting.reason;
    if (state?.terminated && status?.phase !== 'Succeeded') {
      return endOf(state.terminated);
    }
  }
  return status?.reason ?? status?.phase ?? 'Unknown';
}

function initState(containers: ContainerStatus[]): string | undefined {
  const total = containers.length;
  const index = containers.findIndex(
    ({ state }) => state?.terminated?.exitCode !== 0,
  );
  if (index < 0) return undefined;
  const { state } = containers[index];
  if (state?.terminated) return `Init:${endOf(state.terminated)}`;
  const reason = state?.waiting?.reason;
  return reason && reason !== 'PodInitializing'
    ? `Init:${reason}`
    : `Init:${index}/${total}`;
}

function endOf({
  reason,
  signal,
  exitCode,
}: {
  reason?: string;
  signal?: number;
  exitCode?: number;
}): string {
  return reason ?? (signal ? `Signal:${signal}` : `ExitCode:${exitCode}`);
}
