import type { Node } from '@caas/plugin-clusters-common';

/** From here on a node has no room for an ordinary pod. */
const TIGHT_PERCENT = 80;

/**
 * How tight a node is: the larger share of CPU or memory that is promised, and what that means: `calm`, `tight` (nearly all is
 * promised, or it is short of something), `bad` (it does not run), `closed` (it takes no new pods).
 */
export function nodePressure({ state, capacity }: Node): {
  tone: 'calm' | 'tight' | 'bad' | 'closed';
  percent: number;
} {
  const { allocatable, requested } = capacity;
  const share = (part: number, whole: number) =>
    whole > 0 ? Math.round((part / whole) * 100) : 0;
  const percent = Math.max(
    share(requested.cpuMillicores, allocatable.cpuMillicores),
    share(requested.memoryBytes, allocatable.memoryBytes),
  );
  if (state === 'not-ready') return { tone: 'bad', percent };
  if (state === 'pressed') return { tone: 'tight', percent };
  if (state === 'cordoned') return { tone: 'closed', percent };
  return { tone: percent >= TIGHT_PERCENT ? 'tight' : 'calm', percent };
}
