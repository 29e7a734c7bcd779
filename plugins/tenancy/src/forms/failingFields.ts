import type { ZodType } from 'zod';

/** Fields of what the person filled in that the contract refuses. Its sentences are English, so pages say their own. */
export function failingFields(schema: ZodType, input: unknown): Set<string> {
  const { error } = schema.safeParse(input);
  return new Set((error?.issues ?? []).map(({ path }) => String(path[0])));
}
