import type {
  LogLine,
  PodDetail,
  PodLogEvent,
} from '@caas/plugin-clusters-common';

export const podDetail: PodDetail = {
  cluster: 'nonprod',
  namespace: 'life-policy-dev',
  tenant: 'life',
  name: 'claims-7d9f-q8',
  state: 'CrashLoopBackOff',
  phase: 'Running',
  node: 'general-1',
  readyContainers: 1,
  containers: 2,
  restarts: 7,
  workloadKind: 'Deployment',
  workload: 'claims',
  images: ['harbor.local/life/claims:1.0.0', 'harbor.local/infra/proxy:2.1'],
  requested: { cpuMillicores: 500, memoryBytes: 2 ** 30 },
  createdAt: '2026-11-20T02:00:00Z',
  containerList: [
    {
      name: 'proxy',
      image: 'harbor.local/infra/proxy:2.1',
      isInit: false,
      state: 'Running',
      isReady: true,
      restarts: 0,
      startedAt: '2026-11-20T02:00:00Z',
    },
    {
      name: 'claims',
      image: 'harbor.local/life/claims:1.0.0',
      isInit: false,
      state: 'CrashLoopBackOff',
      message: 'back-off 5m0s restarting failed container',
      isReady: false,
      restarts: 7,
      previous: { reason: 'Error', exitCode: 1, at: '2026-11-21T08:00:00Z' },
    },
  ],
  conditions: [
    {
      type: 'Ready',
      status: 'False',
      reason: 'ContainersNotReady',
      message: 'containers with unready status: [claims]',
      since: '2026-11-21T08:00:00Z',
    },
  ],
};

export const logLines: LogLine[] = [
  { at: '2026-11-21T07:59:58.1Z', text: 'INFO Starting Application' },
  { at: '2026-11-21T07:59:59.2Z', text: 'WARN 慢请求告警' },
  { at: '2026-11-21T08:00:00.3Z', text: 'ERROR 应用启动失败：无法连接数据库' },
];

/** Tells some events, and then nothing more until the reader leaves. */
export async function* tell(...events: PodLogEvent[]) {
  yield* events;
  await new Promise(() => {});
}

/** What the clusters plugin answers about one pod. */
export const fakePodOperations = {
  get: async () => podDetail,
  log: async (options: { tailLines?: number }) => ({
    lines: logLines.slice(-(options.tailLines ?? 100)),
    cutBy: 'lines' as const,
  }),
  followLog: async () => tell({ type: 'lines', lines: logLines }),
};
