import { InputError } from '@backstage/errors';
import { describeIssues, withChinese } from '@caas/contract';

/** No input of ours is as deep: a Kubernetes object has about fifteen levels. What is deeper overflows some stack. */
const MAX_DEPTH = 64;

/** Half of a surrogate pair: no text of Unicode, it has no UTF-8 and no canonical JSON. */
const LONE_SURROGATE =
  /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Refuses input that no schema means to allow, whatever it says about lengths and patterns.
 *
 * @remarks
 * PostgreSQL stores no NUL, half a surrogate pair is changed on its way into a database, `__proto__` is another's
 * prototype when it is copied carelessly, 1e999 is read as infinity and written as null, and nesting without an end overflows the stack of whoever walks it. Runs
 * without recursion for that reason, and before the schema of the operation.
 */
export function checkText(input: unknown): void {
  const open: Array<{ value: unknown; trail: readonly string[] }> = [
    { value: input, trail: [] },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, trail } = next;
    if (typeof value === 'string') {
      refuseText(value, trail);
    } else if (typeof value === 'number' && !Number.isFinite(value)) {
      throw refusal(
        field(trail),
        'Is larger than any number that the portal can hold',
        '超出门户可以保存的数字范围',
      );
    } else if (value !== null && typeof value === 'object') {
      if (trail.length >= MAX_DEPTH) {
        throw refusal(
          `${field(trail.slice(0, 3))}…`,
          `Is nested deeper than ${MAX_DEPTH} levels`,
          `嵌套超过 ${MAX_DEPTH} 层`,
        );
      }
      for (const [key, child] of Object.entries(value)) {
        refuseKey(key, trail);
        open.push({ value: child, trail: [...trail, key] });
      }
    }
  }
}

function refuseKey(key: string, trail: readonly string[]): void {
  refuseText(key, trail);
  if (key === '__proto__') {
    throw refusal(
      field(trail),
      "'__proto__' cannot be the name of a field",
      '“__proto__”不能作为字段名',
    );
  }
}

function refuseText(text: string, trail: readonly string[]): void {
  if (text.includes('\0')) {
    throw refusal(
      field(trail),
      'Holds the character NUL (U+0000), which is no text; leave it out',
      '含有 NUL 字符（U+0000），不是有效文本，请删除',
    );
  }
  if (LONE_SURROGATE.test(text)) {
    throw refusal(
      field(trail),
      'Holds half of a surrogate pair, which is no text; send whole characters',
      '含有不完整的字符（半个代理对），请发送完整的字符',
    );
  }
}

function refusal(path: string, message: string, chinese: string): InputError {
  const said = describeIssues([
    withChinese({ message, path: path ? [path] : [] }, chinese),
  ]);
  return withChinese(new InputError(said.en), said['zh-CN']);
}

/** Names of fields come from the caller too, who may have made them long. */
function field(trail: readonly string[]): string {
  return trail.join('.').slice(0, 200);
}
