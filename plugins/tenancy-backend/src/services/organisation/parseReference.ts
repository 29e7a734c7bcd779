import { InputError } from '@backstage/errors';
import { describeIssues } from '@caas/contract';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { groupReference, userReference } from '../../domain/references';

/** A user ref in its normal form. @throws InputError at the field. */
export function parseUser(field: string, text: string): string {
  return parse(field, userReference, text);
}

/** A group ref in its normal form. @throws InputError at the field. */
export function parseGroup(field: string, text: string): string {
  return parse(field, groupReference, text);
}

function parse(
  field: string,
  schema: typeof userReference,
  text: string,
): string {
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  const [{ path, ...issue }] = result.error.issues;
  throw inBothLanguages(
    InputError,
    describeIssues([{ ...issue, path: [field, ...path] }]),
  );
}
