import { says } from '@caas/contract';
import { z } from 'zod';
import { clusterName } from './clusterName';

/** Id of an apply set: chosen by its owner, stable for ever. @public */
export const applySetId = z
  .string()
  .trim()
  .regex(
    /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/,
    says(
      'An apply set id is made of lower case letters, digits, dots and hyphens, at most 63',
      '应用集 ID 由小写字母、数字、点和连字符组成，最多 63 个字符',
    ),
  );

/** A Kubernetes object that a domain wants to exist. @public */
export const desiredObject = z
  .object({
    apiVersion: z.string().min(1).max(200),
    kind: z.string().min(1).max(100),
    metadata: z
      .object({
        name: z.string().min(1).max(253),
        namespace: z.string().min(1).max(63).optional(),
      })
      .passthrough(),
  })
  .passthrough();

/** @public */
export type DesiredObject = z.infer<typeof desiredObject>;

/**
 * State of an apply set: `pending` (not tried yet), `applying`, `waiting` (applied, not healthy yet), `ready`,
 * `retrying` (the cluster or an object refused, tried again with back-off), `stalled` (needs a person), `deleting`,
 * `deleted`.
 *
 * @public
 */
export const applySetState = z.enum([
  'pending',
  'applying',
  'waiting',
  'ready',
  'retrying',
  'stalled',
  'deleting',
  'deleted',
]);

/** @public */
export type ApplySetState = z.infer<typeof applySetState>;

/** How one object of an apply set stands. @public */
export const appliedObject = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  state: z.enum(['pending', 'applied', 'healthy', 'failed', 'deleting']),
  message: z.string().optional(),
});

/** A Kubernetes-style condition. @public */
export const condition = z.object({
  type: z.string(),
  status: z.enum(['True', 'False', 'Unknown']),
  reason: z.string(),
  message: z.string(),
  lastTransitionTime: z.string(),
});

/** @public */
export type Condition = z.infer<typeof condition>;

/** An apply set and how far the cluster is. @public */
export const applySet = z.object({
  cluster: clusterName,
  id: applySetId,
  /** Plugin that owns it, as `plugin:<id>`. */
  owner: z.string(),
  tenant: z.string().optional(),
  state: applySetState,
  /** Generation that the owner wants, and the last one that is `ready`. */
  generation: z.number().int(),
  observedGeneration: z.number().int(),
  conditions: z.array(condition),
  objects: z.array(appliedObject),
  /** What asked for it: an id of a request or an operation. */
  reason: z.string(),
  attempts: z.number().int(),
  lastError: z.string().optional(),
  updatedAt: z.string(),
});

/** @public */
export type ApplySet = z.infer<typeof applySet>;

/** What an owner sends. @public */
export const applySetInput = z.object({
  cluster: clusterName,
  id: applySetId,
  /** Every namespace of the set must belong to this tenant. */
  tenant: z.string().min(1).max(63),
  /** Grows with each change; an older one than the stored is refused, the same one changes nothing. */
  generation: z.number().int().min(1),
  reason: z.string().min(1).max(200),
  objects: z.array(desiredObject).min(1).max(200),
});

/** @public */
export type ApplySetInput = z.infer<typeof applySetInput>;

/** Who wanted what of an apply set, when and why. @public */
export const applySetChange = z.object({
  at: z.string(),
  /** Plugin, as `plugin:<id>`. */
  actor: z.string(),
  verb: z.enum(['put', 'delete']),
  generation: z.number().int(),
  /** What asked for it: an id of a request or an operation. */
  reason: z.string(),
});

/** @public */
export type ApplySetChange = z.infer<typeof applySetChange>;
