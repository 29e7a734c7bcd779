import {
  parseQuantity,
  type NamespaceView,
  type UsageHistory,
} from '@caas/plugin-clusters-common';
import {
  mapResources,
  RESOURCE_DIMENSIONS,
  type ResourceDimension,
  type Resources,
} from '@caas/plugin-tenancy-common';

/** What stands somewhere, as far as the cluster tells. */
export type Use = { used: Partial<Resources>; peak: Partial<Resources> };

/** The entries of a ResourceQuota that count each dimension, and how many of our units one of theirs has. */
const COUNTED: Record<ResourceDimension, { by: string[]; factor: number }> = {
  cpuMillicores: { by: ['requests.cpu', 'limits.cpu'], factor: 1000 },
  memoryBytes: { by: ['requests.memory', 'limits.memory'], factor: 1 },
  storageBytes: { by: ['requests.storage'], factor: 1 },
  pods: { by: ['pods'], factor: 1 },
  persistentVolumeClaims: { by: ['persistentvolumeclaims'], factor: 1 },
};

/**
 * What the namespace holds of its own quota: with less than that, Kubernetes would take nothing new there, and not restart
 * what stops. Of CPU and memory the larger of what its pods ask for and what they are limited to.
 */
export function heldOf({ quotas }: NamespaceView): Resources {
  return mapResources(dimension => {
    const { by, factor } = COUNTED[dimension];
    const amounts = quotas
      .filter(({ resource }) => by.includes(resource))
      .map(({ used }) => Math.ceil((parseQuantity(used) ?? 0) * factor));
    return Math.max(0, ...amounts);
  });
}

/** What a namespace uses now: measured CPU and memory, and what its quota counts of the rest. */
export function usedOf(view: NamespaceView): Partial<Resources> {
  const { storageBytes, pods, persistentVolumeClaims } = heldOf(view);
  return {
    ...(view.used && wholeUnits(view.used)),
    storageBytes,
    pods,
    persistentVolumeClaims,
  };
}

/** The highest use of two weeks, where the cluster measures. */
export function peakOf(peak: UsageHistory['peak']): Partial<Resources> {
  return peak?.used ? wholeUnits(peak.used) : {};
}

/** The sum of what is known. A dimension that nobody tells is left out. */
export function sumOfUse(parts: Use[]): Use {
  const sum = (of: (part: Use) => Partial<Resources>) => {
    const total: Partial<Resources> = {};
    for (const part of parts.map(of)) {
      for (const dimension of RESOURCE_DIMENSIONS) {
        const amount = part[dimension];
        if (amount === undefined) continue;
        total[dimension] = (total[dimension] ?? 0) + amount;
      }
    }
    return total;
  };
  return { used: sum(({ used }) => used), peak: sum(({ peak }) => peak) };
}

function wholeUnits(amounts: { cpuMillicores: number; memoryBytes: number }) {
  return {
    cpuMillicores: Math.ceil(amounts.cpuMillicores),
    memoryBytes: Math.ceil(amounts.memoryBytes),
  };
}
