import { z } from 'zod';
import { inNamespace } from './inNamespace';

/** A PersistentVolumeClaim as it stands on its cluster. @public */
export const persistentVolumeClaim = z.object({
  ...inNamespace,
  /** `Bound`, `Pending` or `Lost`. */
  phase: z.string(),
  storageClass: z.string().optional(),
  accessModes: z.array(z.string()),
  /** Bytes that are asked for, and that the volume has once it is bound. */
  requestedBytes: z.number(),
  capacityBytes: z.number().optional(),
  /** The volume that it is bound to. */
  volume: z.string().optional(),
  createdAt: z.string().optional(),
});

/** @public */
export type PersistentVolumeClaim = z.infer<typeof persistentVolumeClaim>;
