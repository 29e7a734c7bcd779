import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { issueSaying } from '@caas/contract';
import { z } from 'zod';

/** An entity ref of one kind, brought to its normal form: lower case. */
function reference(kind: string, chinese: string, example: string) {
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
      issueSaying(
        `'${text}' is not a reference to a ${kind}: write it like ${example}`,
        `“${text}”不是${chinese}引用：请按 ${example} 的格式填写`,
      ),
    );
    return z.NEVER;
  });
}

/** Reference to a user of the catalog. */
export const userReference = reference('user', '用户', 'user:default/li-wei');

/** Reference to a group of the catalog. */
export const groupReference = reference('group', '组', 'group:default/life');
