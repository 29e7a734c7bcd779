import { InputError } from '@backstage/errors';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { groupReference, userReference } from '../../domain/references';

/** A user ref in its normal form. @throws InputError at the field. */
export function parseUser(field: string, text: string): string {
  return parse(
    field,
    userReference,
    text,
    '用户引用，例如 user:default/li-wei',
  );
}

/** A group ref in its normal form. @throws InputError at the field. */
export function parseGroup(field: string, text: string): string {
  return parse(field, groupReference, text, '组引用，例如 group:default/life');
}

function parse(
  field: string,
  schema: typeof userReference,
  text: string,
  chinese: string,
): string {
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  throw inBothLanguages(InputError, {
    'zh-CN': `${field}: “${text}”不是${chinese}`,
    en: `${field}: ${result.error.issues[0].message}`,
  });
}
