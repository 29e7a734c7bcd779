import { InputError } from '@backstage/errors';
import type { z } from 'zod';

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
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
      .join('; '),
  );
}
