import { z } from 'zod';
import { inNamespace } from './inNamespace';

/** How a Job is. A CronJob is `scheduled` or `suspended`. @public */
export const jobState = z.enum([
  'running',
  'complete',
  'failed',
  'scheduled',
  'suspended',
]);

/** @public */
export type JobState = z.infer<typeof jobState>;

/** A Job or a CronJob as it stands on its cluster. @public */
export const job = z.object({
  ...inNamespace,
  kind: z.enum(['Job', 'CronJob']),
  state: jobState,
  /** Why it failed, in a sentence of the cluster. */
  reason: z.string().optional(),
  /** Pods that run, and those of a Job that ended well, ended badly, and are wanted. */
  active: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int(),
  completions: z.number().int().optional(),
  /** Of a CronJob, as cron writes it. */
  schedule: z.string().optional(),
  timeZone: z.string().optional(),
  /** The CronJob that made a Job. */
  madeBy: z.string().optional(),
  /** When a Job began, or a CronJob made one last; when it ended, or one ended well last. */
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  createdAt: z.string().optional(),
});

/** @public */
export type Job = z.infer<typeof job>;
