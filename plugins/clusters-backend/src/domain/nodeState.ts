import type { NodeState } from '@caas/plugin-clusters-common';

type Condition = { type: string; status: string; message?: string };

/** Conditions that say what a node is short of, or that its network is missing. */
const PRESSURES = [
  'MemoryPressure',
  'DiskPressure',
  'PIDPressure',
  'NetworkUnavailable',
];

/** The worst that is true of a node, and the sentence in which the cluster says it. */
export function nodeState(node: {
  isSchedulable: boolean;
  conditions: Condition[];
}): { state: NodeState; reason?: string } {
  const ready = node.conditions.find(({ type }) => type === 'Ready');
  if (ready?.status !== 'True') {
    return { state: 'not-ready', reason: ready?.message };
  }
  const pressure = node.conditions.find(
    ({ type, status }) => PRESSURES.includes(type) && status === 'True',
  );
  if (pressure) return { state: 'pressed', reason: pressure.message };
  return { state: node.isSchedulable ? 'ready' : 'cordoned' };
}
