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
  /** By anybody who may read the request. */
  'commented',
  /** By an approver, on a stage. */
  'approved',
  'returned',
  'rejected',
  /** By the desk. */
  'auto-approved',
  'stage-opened',
  'passed',
  'blocked',
  'unblocked',
  'reminded',
  'escalated',
  'expired',
  /** By the execution; `retried` by a person, or by the desk after a failure that passes by itself. */
  'started',
  'completed',
  'failed',
  'retried',
  /** By a person: what was approved is not wanted any more. */
  'cancelled',
] as const;

/** @public */
export type TimelineEvent = (typeof TIMELINE_EVENTS)[number];
