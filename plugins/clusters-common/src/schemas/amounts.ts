import { z } from 'zod';

/** CPU in thousandths of a core, memory in bytes. @public */
export const cpuAndMemory = z.object({
  cpuMillicores: z.number(),
  memoryBytes: z.number(),
});

/** @public */
export type CpuAndMemory = z.infer<typeof cpuAndMemory>;

/** CPU in thousandths of a core, memory in bytes, and pieces. @public */
export const amounts = cpuAndMemory.extend({
  pods: z.number().int(),
});

/** @public */
export type Amounts = z.infer<typeof amounts>;

/** What nodes give to pods, what the pods on them have asked for, and what they really use. @public */
export const capacity = z.object({
  allocatable: amounts,
  requested: amounts,
  /** Missing while the cluster has no metrics. */
  used: cpuAndMemory.optional(),
});

/** @public */
export type Capacity = z.infer<typeof capacity>;
