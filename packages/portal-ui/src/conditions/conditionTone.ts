import type { StatusTone } from '../status';

/** A condition as Kubernetes writes it. @public */
export type ConditionRow = {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  lastTransitionTime: string;
};

/** Conditions that are bad news when they are true; for the others, false is the news to look at. */
const BAD_WHEN_TRUE = new Set(['Stalled', 'Degraded', 'Failed', 'Failing']);
/** Conditions that only say that work goes on. */
const WORK = new Set(['Progressing', 'Reconciling', 'Deleting', 'Terminating']);

/**
 * What a condition means for the person.
 *
 * @public
 */
export function conditionTone({ type, status }: ConditionRow): StatusTone {
  if (status === 'Unknown') return 'warning';
  if (WORK.has(type)) return status === 'True' ? 'info' : 'neutral';
  if (BAD_WHEN_TRUE.has(type)) return status === 'True' ? 'danger' : 'success';
  return status === 'True' ? 'success' : 'warning';
}
