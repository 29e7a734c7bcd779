import { z } from 'zod';

/** CPU in thousandths of a core, memory in bytes, and pieces. @public */
export const amounts = z.object({
  cpuMillicores: z.number(),
  memoryBytes: z.number(),
  pods: z.number().int(),
});

/** @public */
export type Amounts = z.infer<typeof amounts>;

/** What nodes give to pods, and what the pods on them have asked for. @public */
export const capacity = z.object({
  allocatable: amounts,
  requested: amounts,
});

/** @public */
export type Capacity = z.infer<typeof capacity>;
