import { z } from 'zod';

/** A condition of an object, as its controller writes it. @public */
export const objectCondition = z.object({
  type: z.string(),
  /** `True`, `False` or `Unknown`. */
  status: z.string(),
  reason: z.string().optional(),
  message: z.string().optional(),
  /** ISO 8601. */
  since: z.string().optional(),
});

/** @public */
export type ObjectCondition = z.infer<typeof objectCondition>;
