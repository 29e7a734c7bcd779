import { InputError } from '@backstage/errors';
import { describeIssues } from '@caas/contract';
import type { z } from 'zod';
import { inBothLanguages } from './inBothLanguages';

/**
 * Reads a payload, whether a form sent it or the desk kept it.
 *
 * @throws InputError with one sentence for each field.
 */
export function parsePayload<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw inBothLanguages(InputError, describeIssues(result.error.issues));
}
