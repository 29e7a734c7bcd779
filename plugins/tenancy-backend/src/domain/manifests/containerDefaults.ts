import {
  formatCpu,
  formatMemory,
  type Resources as QuotaResources,
} from '@caas/plugin-tenancy-common';

const MEBIBYTE = 2 ** 20;

/** What a container may be given. */
type Resources = Pick<QuotaResources, 'cpuMillicores' | 'memoryBytes'>;

/** What a container gets that asks for nothing, where the namespace is large enough. */
const USUAL = {
  limit: { cpuMillicores: 500, memoryBytes: 512 * MEBIBYTE },
  request: { cpuMillicores: 100, memoryBytes: 128 * MEBIBYTE },
};

/**
 * Requests and limits for containers that name none.
 *
 * A ResourceQuota refuses pods without requests and limits, so there must be defaults; and in a small namespace one
 * such container may take no more than a quarter, or the second pod would already not fit.
 */
export function containerDefaults(quota: Resources) {
  const limit = {
    cpuMillicores: Math.min(
      USUAL.limit.cpuMillicores,
      Math.max(1, Math.floor(quota.cpuMillicores / 4)),
    ),
    memoryBytes: Math.min(
      USUAL.limit.memoryBytes,
      Math.max(1, Math.floor(quota.memoryBytes / 4 / MEBIBYTE)) * MEBIBYTE,
    ),
  };
  return {
    limit: quantities(limit),
    request: quantities({
      cpuMillicores: Math.min(USUAL.request.cpuMillicores, limit.cpuMillicores),
      memoryBytes: Math.min(USUAL.request.memoryBytes, limit.memoryBytes),
    }),
  };
}

function quantities({ cpuMillicores, memoryBytes }: Resources) {
  return { cpu: formatCpu(cpuMillicores), memory: formatMemory(memoryBytes) };
}
