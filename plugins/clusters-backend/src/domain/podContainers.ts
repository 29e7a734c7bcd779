import type { PodContainer } from '@caas/plugin-clusters-common';
import type { LiveObject } from './LiveObject';

type Terminated = {
  reason?: string;
  message?: string;
  exitCode?: number;
  finishedAt?: string;
  startedAt?: string;
};
type Status = {
  name: string;
  ready?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string; message?: string };
    running?: { startedAt?: string };
    terminated?: Terminated;
  };
  lastState?: { terminated?: Terminated };
};

/** The word that `kubectl get pods` would use for it. */
function stateOf({
  running,
  terminated,
  waiting,
}: Status['state'] = {}): string {
  if (running) return 'Running';
  if (terminated) return terminated.reason ?? `ExitCode:${terminated.exitCode}`;
  return waiting?.reason ?? 'Waiting';
}

/** The containers of a pod, those that run before the others first. */
export function containersOf({ spec, status }: LiveObject): PodContainer[] {
  const statuses = new Map<string, Status>(
    [
      ...(status?.initContainerStatuses ?? []),
      ...(status?.containerStatuses ?? []),
    ].map((each: Status) => [each.name, each]),
  );
  const present =
    (isInit: boolean) =>
    ({ name, image }: { name: string; image: string }): PodContainer => {
      const told = statuses.get(name);
      const { waiting, running, terminated } = told?.state ?? {};
      const previous = told?.lastState?.terminated;
      return {
        name,
        image,
        isInit,
        state: stateOf(told?.state),
        message: waiting?.message ?? terminated?.message,
        isReady: told?.ready ?? false,
        restarts: told?.restartCount ?? 0,
        startedAt: running?.startedAt ?? terminated?.startedAt,
        previous: previous && {
          reason: previous.reason ?? 'Terminated',
          exitCode: previous.exitCode ?? 0,
          at: previous.finishedAt,
        },
      };
    };
  return [
    ...(spec?.initContainers ?? []).map(present(true)),
    ...(spec?.containers ?? []).map(present(false)),
  ];
}
