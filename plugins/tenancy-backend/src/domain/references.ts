import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/** An entity ref of one kind, brought to its normal form: lower case. */
function reference(kind: string, example: string) {
  return z.string().transform((text, context) => {
    try {
      const ref = parseEntityRef(text);
      if (ref.kind.toLocaleLowerCase('en-US') === kind) {
        return stringifyEntityRef(ref).toLocaleLowerCase('en-US');
      }
    } catch {
      // Said below.
    }
    context.addIssue(
      `'${text}' is not a reference to a ${kind}: write it like ${example}`,
    );
    return z.NEVER;
  });
}

/** Reference to a user of the catalog. */
export const userReference = reference('user', 'user:default/li-wei');

/** Reference to a group of the catalog. */
export const groupReference = reference('group', 'group:default/life');
