import { z } from 'zod';
import { capacity } from './amounts';
import { clusterName } from './clusterName';
import { objectCondition } from './objectCondition';

/**
 * How a node is: `ready`; `pressed` (short of memory, disk or process ids); `cordoned` (takes no new pods); `not-ready`.
 * The worst that is true.
 *
 * @public
 */
export const nodeState = z.enum(['ready', 'pressed', 'cordoned', 'not-ready']);

/** @public */
export type NodeState = z.infer<typeof nodeState>;

/** Keeps pods away that do not tolerate it. @public */
export const taint = z.object({
  key: z.string(),
  value: z.string().optional(),
  effect: z.string(),
});

/** A node as it stands on its cluster. @public */
export const node = z.object({
  cluster: clusterName,
  name: z.string(),
  state: nodeState,
  /** Why it is not `ready`, in a sentence of the cluster. */
  reason: z.string().optional(),
  /** Value of the label `caas.io/partition`. */
  partition: z.string().optional(),
  zone: z.string().optional(),
  roles: z.array(z.string()),
  taints: z.array(taint),
  capacity,
  address: z.string().optional(),
  kubeletVersion: z.string().optional(),
  createdAt: z.string().optional(),
});

/** @public */
export type Node = z.infer<typeof node>;

/** A node with all that is known of it. @public */
export const nodeDetail = node.extend({
  /** Whether new pods may come: a node that is not ready may be cordoned as well. */
  isSchedulable: z.boolean(),
  labels: z.record(z.string(), z.string()),
  operatingSystem: z.string().optional(),
  architecture: z.string().optional(),
  /** As the kubelet and the node controller write them. */
  conditions: z.array(objectCondition),
});

/** @public */
export type NodeDetail = z.infer<typeof nodeDetail>;
