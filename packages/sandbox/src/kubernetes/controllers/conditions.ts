import { timestamp } from '../storage/timestamp';

/** One thing that a controller says about an object. */
export type Condition = {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
};

export type StoredCondition = Condition & {
  lastTransitionTime: string;
  lastUpdateTime?: string;
};

/** A condition with the time since when it has its status: saying the same again does not move it. */
export function stamped(
  before: readonly StoredCondition[] | undefined,
  condition: Condition,
  now: Date,
): StoredCondition {
  const old = before?.find(({ type }) => type === condition.type);
  return {
    ...condition,
    lastTransitionTime:
      old?.status === condition.status
        ? old.lastTransitionTime
        : timestamp(now),
  };
}
