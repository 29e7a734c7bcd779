import { z } from 'zod';
import { capacity } from './amounts';
import { clusterName } from './clusterName';
import { nodeState } from './node';

/**
 * Whether a cluster answers: `unauthorized` is one that does, and accepts no token of the portal or lets it see nothing.
 *
 * @public
 */
export const clusterState = z.enum([
  'connecting',
  'connected',
  'unreachable',
  'unauthorized',
]);

/** A cluster as the registry and its last contact show it. @public */
export const cluster = z.object({
  name: clusterName,
  /** Chinese title, and English one. */
  title: z.string(),
  titleEn: z.string(),
  /** Environments that namespaces on this cluster may have. */
  environments: z.array(z.string()),
  /** Where it stands, such as a city. */
  region: z.string().optional(),
  /** Where it was registered: in the configuration of the portal, or in the portal itself, where it can be changed. */
  origin: z.enum(['config', 'portal']),
  state: clusterState,
  /** Since when it is in this state; ISO 8601. */
  since: z.string(),
  /** Why it is unreachable or unauthorized, in a sentence. */
  reason: z.string().optional(),
  /** Kubernetes version, once known. */
  version: z.string().optional(),
  nodeCount: z.number().int().optional(),
  /** Nodes in each state. */
  nodeStates: z.partialRecord(nodeState, z.number().int()).optional(),
  namespaceCount: z.number().int().optional(),
  capacity: capacity.optional(),
  /** What the cluster does not let the portal see, a sentence each. */
  gaps: z.array(z.string()),
});

/** @public */
export type Cluster = z.infer<typeof cluster>;

/** Nodes of a cluster under one label, and what they have and give. @public */
export const partition = z.object({
  /** Value of the label `caas.io/partition`; empty for nodes without it. */
  name: z.string(),
  nodeCount: z.number().int(),
  capacity,
});

/** @public */
export type Partition = z.infer<typeof partition>;

/** A cluster with what it has, promises and uses. @public */
export const clusterDetail = cluster.extend({
  capacity,
  partitions: z.array(partition),
  /** Pods by their phase: `Running`, `Pending`, `Succeeded`, `Failed`, `Unknown`. */
  podPhases: z.record(z.string(), z.number().int()),
});

/** @public */
export type ClusterDetail = z.infer<typeof clusterDetail>;
