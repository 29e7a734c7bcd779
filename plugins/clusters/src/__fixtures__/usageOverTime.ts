import type {
  TenantUsage,
  UsageHistory,
  UsagePoint,
} from '@caas/plugin-clusters-common';

const GIB = 2 ** 30;
const INTERVAL_SECONDS = 300;
const END = Date.parse('2026-11-21T08:00:00Z');

/** A day in which most is used at noon, with an hour in which nothing was recorded. */
export function historyOf(scale: number, hasCapacity: boolean): UsageHistory {
  const points = Array.from({ length: 288 }, (_, index): UsagePoint => {
    const wave = Math.sin((index / 288) * Math.PI);
    return {
      at: new Date(END - (287 - index) * INTERVAL_SECONDS * 1000).toISOString(),
      allocatable: hasCapacity
        ? { cpuMillicores: 80_000, memoryBytes: 320 * GIB }
        : undefined,
      requested: {
        cpuMillicores: Math.round((22_000 + 4400 * wave) * scale),
        memoryBytes: Math.round((80 + 16 * wave) * GIB * scale),
      },
      used: {
        cpuMillicores: Math.round((4000 + 9000 * wave) * scale),
        memoryBytes: Math.round((50 + 21 * wave) * GIB * scale),
      },
    };
  }).filter((_, index) => index < 60 || index > 71);
  return {
    intervalSeconds: INTERVAL_SECONDS,
    peak: {
      requested: {
        cpuMillicores: 26_400 * scale,
        memoryBytes: 96 * GIB * scale,
      },
      used: { cpuMillicores: 13_000 * scale, memoryBytes: 71 * GIB * scale },
    },
    points,
  };
}

const share = {
  namespaceCount: 3,
  hard: { cpuMillicores: 40_000, memoryBytes: 160 * GIB },
  requested: { cpuMillicores: 18_400, memoryBytes: 64 * GIB, pods: 52 },
  used: { cpuMillicores: 7200, memoryBytes: 48 * GIB },
};
const platform = {
  namespaceCount: 1,
  hard: { cpuMillicores: 0, memoryBytes: 0 },
  requested: { cpuMillicores: 300, memoryBytes: GIB, pods: 4 },
};

export const tenantUsage: TenantUsage[] = [
  {
    tenant: 'life',
    ...share,
    clusters: [{ cluster: 'nonprod', ...share }],
  },
  { ...platform, clusters: [{ cluster: 'nonprod', ...platform }] },
];

/** Use over time, and by tenant. */
export const usageOverTime = {
  usage: {
    ofCluster: async () => historyOf(1, true),
    ofNamespace: async () => historyOf(0.06, false),
  },
  tenants: {
    usage: async () => ({ items: tenantUsage, totalCount: tenantUsage.length }),
  },
};
