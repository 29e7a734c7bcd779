import { z } from 'zod';
import { objectCondition } from './objectCondition';
import { pod } from './workload';

/** One container of a pod, as its kubelet tells it. @public */
export const podContainer = z.object({
  name: z.string(),
  image: z.string(),
  /** Init containers run to their end before the others start. */
  isInit: z.boolean(),
  /** `Running`, or why it does not, such as `CrashLoopBackOff` or `Completed`. */
  state: z.string(),
  /** What the cluster says about that. */
  message: z.string().optional(),
  isReady: z.boolean(),
  restarts: z.number().int(),
  startedAt: z.string().optional(),
  /** How the run before ended; there is a log of it then. */
  previous: z
    .object({
      reason: z.string(),
      exitCode: z.number().int(),
      at: z.string().optional(),
    })
    .optional(),
});

/** @public */
export type PodContainer = z.infer<typeof podContainer>;

/** A pod with its containers. @public */
export const podDetail = pod.extend({
  containerList: z.array(podContainer),
  conditions: z.array(objectCondition),
});

/** @public */
export type PodDetail = z.infer<typeof podDetail>;
