/** A mark of a node that keeps pods away. */
export type Taint = { key: string; value?: string; effect: string };

export type Toleration = {
  key?: string;
  operator?: string;
  value?: string;
  effect?: string;
};

/** The first taint that keeps a pod with these tolerations from being placed on the node. */
export function untolerated(
  taints: readonly Taint[] = [],
  tolerations: readonly Toleration[] = [],
): Taint | undefined {
  return taints.find(
    taint =>
      ['NoSchedule', 'NoExecute'].includes(taint.effect) &&
      !tolerations.some(toleration => tolerates(toleration, taint)),
  );
}

function tolerates(
  { key, operator = 'Equal', value = '', effect }: Toleration,
  taint: Taint,
): boolean {
  if (effect && effect !== taint.effect) return false;
  if (operator === 'Exists') return !key || key === taint.key;
  return key === taint.key && value === (taint.value ?? '');
}
