import { InputError } from '@backstage/errors';
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
  throw new InputError(`${field}: ${result.error.issues[0].message}`);
}
