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
        state: running
          ? 'Running'
          : terminated
            ? (terminated.reason ?? `ExitCode:${terminated.exitCode}`)
            : (waiting?.reason ?? 'Waiting'),
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
