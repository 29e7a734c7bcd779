import { bilingual } from '@caas/contract';
import { z } from 'zod';
import { applySetId } from './applySet';
import { clusterName } from './clusterName';

/**
 * The namespace that an owner means: by its name, and by the tenant and the apply set that it must belong to. Another one
 * that has the name by now is refused.
 *
 * @public
 */
export const ownNamespace = z.object({
  cluster: clusterName,
  namespace: z.string().trim().min(1).max(63),
  /** Code in its label `caas.io/tenant`. */
  tenant: z.string().min(1).max(63),
  /** The set that made it: its label says so, and the inventory has its UID. */
  applySet: applySetId,
});

/** @public */
export type OwnNamespace = z.infer<typeof ownNamespace>;

/**
 * The same, with which step of its life it is: whatever is older than what the namespace has seen is refused, so that a
 * late stop does not undo a start.
 *
 * @public
 */
export const lifecycleStep = ownNamespace.extend({
  generation: z.number().int().min(1),
  /** What asked for it: an id of a request or of a lease. */
  reason: z.string().min(1).max(200),
});

/** @public */
export type LifecycleStep = z.infer<typeof lifecycleStep>;

/** What a stop or a start did. @public */
export const lifecycleProgress = z.object({
  uid: z.string(),
  /** Workloads that this call changed. */
  changed: z.number().int(),
  /** Workloads that it did not come to: ask again. */
  left: z.number().int(),
});

/** @public */
export type LifecycleProgress = z.infer<typeof lifecycleProgress>;

/** Something outside of a namespace that leads into it. @public */
export const trafficDependant = z.object({
  kind: z.enum(['HTTPRoute', 'Service']),
  /** As `namespace/name`. */
  name: z.string(),
  /** What it leads to, in a sentence. */
  reason: bilingual,
});

/** @public */
export type TrafficDependant = z.infer<typeof trafficDependant>;

/** How a namespace of an owner stands on its cluster. @public */
export const namespaceStanding = z.object({
  uid: z.string(),
  phase: z.string(),
  /** When somebody asked the cluster to delete it. */
  deletingSince: z.string().optional(),
  /** What keeps it from going, with the finalizers' names. */
  heldBy: z.string().optional(),
  dependants: z.array(trafficDependant),
});

/** @public */
export type NamespaceStanding = z.infer<typeof namespaceStanding>;

/** The objects of a namespace as somebody would apply them again. @public */
export const namespaceExport = z.object({
  uid: z.string(),
  takenAt: z.string(),
  /** Without status, managed fields and what Secrets hold. */
  objects: z.array(z.record(z.string(), z.unknown())),
  /** What is not in it, and why, in sentences. */
  gaps: z.array(z.string()),
});

/** @public */
export type NamespaceExport = z.infer<typeof namespaceExport>;
