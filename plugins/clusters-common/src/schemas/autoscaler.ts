import { z } from 'zod';
import { inNamespace } from './inNamespace';

/** A HorizontalPodAutoscaler as it stands on its cluster. @public */
export const autoscaler = z.object({
  ...inNamespace,
  /** What it scales. */
  targetKind: z.string(),
  target: z.string(),
  minReplicas: z.number().int(),
  maxReplicas: z.number().int(),
  currentReplicas: z.number().int(),
  desiredReplicas: z.number().int(),
  /** What it looks at, such as `cpu`, with the current and the wanted value as Kubernetes writes them. */
  metrics: z.array(
    z.object({
      name: z.string(),
      current: z.string().optional(),
      target: z.string(),
    }),
  ),
  /** Why it cannot scale, in a sentence of the cluster. */
  reason: z.string().optional(),
  lastScaledAt: z.string().optional(),
  createdAt: z.string().optional(),
});

/** @public */
export type Autoscaler = z.infer<typeof autoscaler>;
