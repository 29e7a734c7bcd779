import { bilingual } from '@caas/contract';
import { z } from 'zod';
import { clusterName } from './clusterName';

/**
 * How far a drain is. `pending`, `draining` and `cancelling` are open: a node has at most one of those.
 *
 * @public
 */
export const drainState = z.enum([
  'pending',
  'draining',
  'cancelling',
  'done',
  'failed',
  'cancelled',
]);

/** @public */
export type DrainState = z.infer<typeof drainState>;

/**
 * What becomes of a pod of a node that is drained.
 *
 * @remarks
 * `waiting`: its turn has not come; `blocked`: a disruption budget does not let it go yet; `evicting`: it is ending;
 * `gone`; `kept`: it stays, because it belongs to the node; `refused`: it would be lost, and nobody has allowed that.
 *
 * @public
 */
export const drainPodState = z.enum([
  'waiting',
  'blocked',
  'evicting',
  'gone',
  'kept',
  'refused',
]);

/** @public */
export type DrainPodState = z.infer<typeof drainPodState>;

/** Why a pod is kept, or would be lost. @public */
export const drainPodCause = z.enum([
  'daemon-set',
  'mirror',
  'empty-dir',
  'unmanaged',
]);

/** @public */
export type DrainPodCause = z.infer<typeof drainPodCause>;

/** A pod of a node that is drained. @public */
export const drainPod = z.object({
  namespace: z.string(),
  name: z.string(),
  uid: z.string(),
  workloadKind: z.string().optional(),
  workload: z.string().optional(),
  state: drainPodState,
  cause: drainPodCause.optional(),
  /** What the cluster says, such as the budget that needs the pod. */
  message: z.string().optional(),
});

/** @public */
export type DrainPod = z.infer<typeof drainPod>;

/** How a drain goes about it. @public */
export const drainOptions = z.object({
  /** Lets pods with an `emptyDir` go, whose data is lost. */
  deleteEmptyDirData: z.boolean().default(false),
  /** Lets pods go that nobody will create again. */
  force: z.boolean().default(false),
  /** How long a pod may take to end; its own time when it is not said. */
  gracePeriodSeconds: z.number().int().min(0).max(3600).optional(),
  /** How long all of it may take. */
  timeoutSeconds: z.number().int().min(60).max(86_400).default(3600),
});

/** @public */
export type DrainOptions = z.infer<typeof drainOptions>;

/** A drain of a node, under way or over. @public */
export const drain = z.object({
  id: z.string(),
  cluster: clusterName,
  node: z.string(),
  state: drainState,
  /** In a sentence: what it waits for, or how it ended. */
  message: bilingual,
  options: drainOptions,
  reason: z.string(),
  requestedBy: z.string(),
  cancelledBy: z.string().optional(),
  pods: z.array(drainPod),
  createdAt: z.string(),
  /** When it gives up. */
  deadlineAt: z.string(),
  finishedAt: z.string().optional(),
});

/** @public */
export type Drain = z.infer<typeof drain>;

/** What a drain would do, as the cluster stands now. @public */
export const drainPreview = z.object({
  pods: z.array(drainPod),
  /** Disruption budgets that guard some of them. */
  budgets: z.array(
    z.object({
      namespace: z.string(),
      name: z.string(),
      /** How many pods may go at once now. */
      allowed: z.number().int(),
      pods: z.number().int(),
    }),
  ),
});

/** @public */
export type DrainPreview = z.infer<typeof drainPreview>;
