import type { Node } from '@caas/plugin-clusters-common';
import { percentOf } from '../../usage/percentOf';

/** From here on a node has no room for an ordinary pod. */
const TIGHT_PERCENT = 80;

/** How tight a node is, as a word for its colour. */
export const NODE_TONES = ['calm', 'tight', 'bad', 'closed'] as const;

export type NodeTone = (typeof NODE_TONES)[number];

/**
 * How tight a node is: the larger share of CPU or memory that is promised, and that is used where that is known; and what
 * it means: `calm`, `tight` (nearly all is promised or used, or it is short of something), `bad` (it does not run), `closed`
 * (it takes no new pods).
 */
export function nodePressure({ state, capacity }: Node): {
  tone: NodeTone;
  promised: number;
  used?: number;
} {
  const { allocatable, requested } = capacity;
  const larger = (amounts: { cpuMillicores: number; memoryBytes: number }) =>
    Math.max(
      percentOf(amounts.cpuMillicores, allocatable.cpuMillicores),
      percentOf(amounts.memoryBytes, allocatable.memoryBytes),
    );
  const promised = larger(requested);
  const used = capacity.used && larger(capacity.used);
  const isTight = Math.max(promised, used ?? 0) >= TIGHT_PERCENT;
  return { tone: toneOf(state, isTight), promised, used };
}

function toneOf(state: Node['state'], isTight: boolean): NodeTone {
  if (state === 'not-ready') return 'bad';
  if (state === 'pressed') return 'tight';
  if (state === 'cordoned') return 'closed';
  return isTight ? 'tight' : 'calm';
}
