import type { WorkloadState } from '@caas/plugin-clusters-common';

/** How a workload is, from what its controller counts. */
export function workloadState(counts: {
  desired: number;
  ready: number;
  updated: number;
  available: number;
  isObserved: boolean;
}): WorkloadState {
  const { desired, ready, updated, available, isObserved } = counts;
  if (!isObserved || updated < desired) return 'progressing';
  if (desired === 0) return ready === 0 ? 'stopped' : 'progressing';
  return ready < desired || available < desired ? 'degraded' : 'ready';
}
