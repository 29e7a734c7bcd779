import { z } from 'zod';
import { clusterName } from './clusterName';
import { clusterState } from './cluster';
import { inNamespace } from './inNamespace';
import { workload } from './workload';

/** As many namespaces one answer tells of, and as many workloads of each. @public */
export const MAX_INSTANCE_PLACES = 50;

/** @public */
export const MAX_INSTANCE_WORKLOADS = 20;

const { name: _, ...place } = inNamespace;

/** What runs of an entity of the catalog in one namespace. Its pods are asked for page by page. @public */
export const instancePlace = z.object({
  ...place,
  environment: z.string().optional(),
  workloads: z.array(workload),
  podCount: z.number().int(),
  readyPodCount: z.number().int(),
  restarts: z.number().int(),
  /** How many pods are in each state, in the words of `kubectl get pods`. */
  podStates: z.record(z.string(), z.number().int()),
});

/** @public */
export type InstancePlace = z.infer<typeof instancePlace>;

/** What runs of an entity of the catalog, in every namespace that the caller may see. @public */
export const entityInstances = z.object({
  places: z.array(instancePlace),
  /** How many namespaces there are, of which at most `MAX_INSTANCE_PLACES` are told of. */
  placeCount: z.number().int(),
  podCount: z.number().int(),
  /** Clusters that do not answer: what ran there may be more, or less, than is shown. */
  unreachable: z.array(
    z.object({
      cluster: clusterName,
      state: clusterState,
      since: z.string(),
      reason: z.string().optional(),
    }),
  ),
});

/** @public */
export type EntityInstances = z.infer<typeof entityInstances>;
