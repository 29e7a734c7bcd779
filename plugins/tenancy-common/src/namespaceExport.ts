import { z } from 'zod';

/** What was kept of a namespace before it was deleted. @public */
export const namespaceExport = z.object({
  id: z.string(),
  takenAt: z.string(),
  objectCount: z.number().int(),
  bytes: z.number().int(),
  /** What is not in it, and why, in sentences. */
  gaps: z.array(z.string()),
});

/** @public */
export type NamespaceExport = z.infer<typeof namespaceExport>;
