/**
 * What can stand in a request's timeline, as `event` of an entry.
 *
 * @remarks
 * The screens have a sentence for each, which follows the name of who did it: "Li Wei submitted the request".
 *
 * @public
 */
export const TIMELINE_EVENTS = [
  /** By the requester. */
  'submitted',
  'revised',
  'withdrawn',
  /** By an approver, on a stage. */
  'approved',
  'returned',
  'rejected',
  /** By the desk. */
  'auto-approved',
  'stage-opened',
  'passed',
  'blocked',
  'reminded',
  'expired',
  /** By the execution; `retried` by a person. */
  'started',
  'completed',
  'failed',
  'retried',
] as const;

/** @public */
export type TimelineEvent = (typeof TIMELINE_EVENTS)[number];
