import { z } from 'zod';

/** Query parameters of every paged list: `limit` rows (1 to 100) from `offset`. @public */
export const pageInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

/** A page of `item`s, and how many there are in all. @public */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), totalCount: z.number().int().min(0) });
