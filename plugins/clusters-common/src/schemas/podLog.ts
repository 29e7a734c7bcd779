import { bilingual } from '@caas/contract';
import { z } from 'zod';

/** As many lines as one answer holds, and as one follower keeps on the page. @public */
export const MAX_LOG_LINES = 5000;

/** As many bytes of text as one answer holds. @public */
export const MAX_LOG_BYTES = 2 * 1024 * 1024;

/** A line of a container's log, and when it was written. @public */
export const logLine = z.object({
  /** ISO 8601, as exact as the cluster tells it; empty when it does not. */
  at: z.string(),
  text: z.string(),
});

/** @public */
export type LogLine = z.infer<typeof logLine>;

/** The end of a container's log. @public */
export const podLog = z.object({
  /** The oldest first. */
  lines: z.array(logLine),
  /** Why older lines are missing: more than were asked for, or than one answer holds. */
  cutBy: z.enum(['lines', 'bytes']).optional(),
});

/** @public */
export type PodLog = z.infer<typeof podLog>;

/**
 * What somebody who follows a log is told.
 *
 * @remarks
 * `paused`: the cluster cut the stream, or the container is starting; it goes on where it was, without doubled lines.
 * `end`: nothing more comes. `gone`: the pod was deleted; `finished`: it has done its work; `rights`: the person may not
 * read it any more; `refused`: the cluster does not let the portal read it.
 *
 * @public
 */
export const podLogEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lines'), lines: z.array(logLine) }),
  z.object({ type: z.literal('paused'), message: bilingual }),
  z.object({
    type: z.literal('end'),
    reason: z.enum(['gone', 'finished', 'rights', 'refused']),
    message: bilingual,
  }),
]);

/** @public */
export type PodLogEvent = z.infer<typeof podLogEvent>;
