import type { KubernetesObject } from '../../storage/KubernetesObject';

/** How many replicas a target gets, how many it has, and what stood in the way of what the metrics ask for. */
export type Decision = {
  before: number;
  replicas: number;
  limit?: 'TooFewReplicas' | 'TooManyReplicas' | 'ScaleUpLimit';
  isStabilized: boolean;
};

/** In one step the replicas at most double, or grow by four. */
const fastest = (replicas: number) => Math.max(2 * replicas, replicas + 4);

/** Fewer replicas are only believed in once it has been quiet for so long. */
const STABILIZATION_SECONDS = 300;

export function decide(
  { spec, status }: KubernetesObject,
  before: number,
  wanted: number,
  now: Date,
): Decision {
  const { minReplicas = 1, maxReplicas = 1, behavior } = spec ?? {};
  const calm =
    behavior?.scaleDown?.stabilizationWindowSeconds ?? STABILIZATION_SECONDS;
  const lastScaled = Date.parse(status?.lastScaleTime ?? '') || 0;
  const isCalm = now.getTime() - lastScaled >= calm * 1000;
  const isStabilized = wanted < before && !isCalm && before <= maxReplicas;
  const stable = isStabilized ? before : wanted;
  const reachable = Math.min(stable, fastest(before));
  const replicas = Math.min(Math.max(reachable, minReplicas), maxReplicas);
  return { before, replicas, isStabilized, limit: limitOf() };

  function limitOf(): Decision['limit'] {
    if (stable < minReplicas) return 'TooFewReplicas';
    if (stable > maxReplicas) return 'TooManyReplicas';
    return reachable < stable ? 'ScaleUpLimit' : undefined;
  }
}
