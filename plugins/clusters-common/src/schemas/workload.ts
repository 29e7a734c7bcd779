import { z } from 'zod';
import { cpuAndMemory } from './amounts';
import { clusterName } from './clusterName';
import { inNamespace } from './inNamespace';

/** Kinds of workloads that the portal follows. @public */
export const workloadKind = z.enum(['Deployment', 'StatefulSet', 'DaemonSet']);

/** @public */
export type WorkloadKind = z.infer<typeof workloadKind>;

/**
 * How a workload is: `ready` (all that is wanted runs in the wanted version), `progressing`, `degraded` (some do not run),
 * `stopped` (none is wanted).
 *
 * @public
 */
export const workloadState = z.enum([
  'ready',
  'progressing',
  'degraded',
  'stopped',
]);

/** @public */
export type WorkloadState = z.infer<typeof workloadState>;

/** A workload as it stands on its cluster. @public */
export const workload = z.object({
  ...inNamespace,
  kind: workloadKind,
  state: workloadState,
  /** Pods that are wanted, ready, and of the wanted version. */
  desired: z.number().int(),
  ready: z.number().int(),
  updated: z.number().int(),
  images: z.array(z.string()),
  createdAt: z.string().optional(),
});

/** @public */
export type Workload = z.infer<typeof workload>;

/** A pod as it stands on its cluster. @public */
export const pod = z.object({
  ...inNamespace,
  /** In the word that `kubectl get pods` shows, such as `Running` or `CrashLoopBackOff`. */
  state: z.string(),
  phase: z.string(),
  node: z.string().optional(),
  readyContainers: z.number().int(),
  containers: z.number().int(),
  restarts: z.number().int(),
  /** The workload that it belongs to. */
  workloadKind: z.string().optional(),
  workload: z.string().optional(),
  images: z.array(z.string()),
  requested: cpuAndMemory,
  /** Missing while the cluster has no metrics of it. */
  used: cpuAndMemory.optional(),
  createdAt: z.string().optional(),
});

/** @public */
export type Pod = z.infer<typeof pod>;

/** Something that happened to an object of a namespace, as the cluster tells it. @public */
export const clusterEvent = z.object({
  cluster: clusterName,
  namespace: z.string(),
  tenant: z.string().optional(),
  type: z.string(),
  reason: z.string(),
  message: z.string(),
  /** What it is about. */
  kind: z.string(),
  object: z.string(),
  /** How often it happened. */
  count: z.number().int(),
  /** When it happened last. */
  at: z.string().optional(),
});

/** @public */
export type ClusterEvent = z.infer<typeof clusterEvent>;
