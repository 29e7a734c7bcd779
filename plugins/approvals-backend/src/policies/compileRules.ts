import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  cutToLimit,
  describeIssue,
  withChinese,
  type Bilingual,
} from '@caas/contract';
import { isMap, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { z } from 'zod';
import {
  DEFAULT_EXPIRE_DAYS,
  expireDays,
  policyRule,
  type PolicyRule,
} from '../domain/policy';
import {
  compileCondition,
  ConditionError,
  type PolicyFacts,
} from './compileCondition';
import { reasonOf } from './reasonOf';

/** A rule whose expression is ready to be evaluated. */
export type CompiledRule = PolicyRule & {
  matches(facts: PolicyFacts): boolean;
};

/** Rules that are in force together, and what they are known by. */
export type CompiledRules = {
  version: string;
  text: string;
  rules: CompiledRule[];
  /** Where a rule does not say. */
  expireDays: number;
};

/** What is wrong with a policy, and where. For the person it is one sentence, as any bad input. */
export class PolicyError extends InputError {
  readonly why: Bilingual;

  constructor(
    fileName: string,
    readonly line: number,
    readonly column: number,
    why: Bilingual,
  ) {
    const place = `${fileName}:${line}:${column}`;
    super(`${place}: ${why.en}`);
    this.why = cutToLimit(why);
    withChinese(this, `${place}: ${why['zh-CN']}`);
  }
}

const file = z.strictObject({
  rules: z.array(policyRule).max(200),
  expireDays: expireDays.default(DEFAULT_EXPIRE_DAYS),
});

/** Something is wrong at this offset of the file. */
type Fail = (offset: number, why: Bilingual) => never;

/**
 * Reads a file of rules.
 *
 * @throws PolicyError with the file, line and column of the first thing that is wrong.
 */
export function compileRules(text: string, fileName: string): CompiledRules {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fail: Fail = (offset, why) => {
    const { line, col } = lines.linePos(offset);
    throw new PolicyError(fileName, line, col, why);
  };
  const [syntaxError] = document.errors;
  if (syntaxError) {
    const [sentence] = syntaxError.message.split(/ at line | in "/);
    fail(syntaxError.pos[0], {
      'zh-CN': `这不是 YAML：“${sentence}”`,
      en: `this is not YAML: ${sentence}`,
    });
  }

  const parsed = file.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = nodeAt(document.contents, issue.path)?.range?.[0] ?? 0;
    const field = issue.path.join('.');
    const said = describeIssue(issue);
    return fail(at, {
      'zh-CN': `${field || '此文件'}：${said['zh-CN']}`,
      en: `${field || 'the file'}: ${said.en}`,
    });
  }
  const { rules, ...defaults } = parsed.data;
  const names = new Set<string>();
  const compiled = rules.map((rule, index) => {
    const nodeOf = (key: string) =>
      nodeAt(document.contents, ['rules', index, key]);
    if (names.has(rule.name)) {
      fail(nodeOf('name')?.range?.[0] ?? 0, {
        'zh-CN': `已有另一条规则名为“${rule.name}”`,
        en: `another rule has the name '${rule.name}' already`,
      });
    }
    names.add(rule.name);
    return {
      ...rule,
      matches: compileWhen(rule, text, nodeOf('when')?.range, fail),
    };
  });
  return {
    version: createHash('sha256').update(text).digest('hex').slice(0, 12),
    text,
    rules: compiled,
    ...defaults,
  };
}

function compileWhen(
  { name, when }: PolicyRule,
  text: string,
  range: Node['range'],
  fail: Fail,
): CompiledRule['matches'] {
  try {
    return compileCondition(when);
  } catch (error) {
    const offset = error instanceof ConditionError ? error.offset : 0;
    const [start, end] = range ?? [0, 0];
    const reason = reasonOf(error);
    return fail(start + offsetInSource(when, offset, text.slice(start, end)), {
      'zh-CN': `规则“${name}”的条件不能编译：${reason['zh-CN']}`,
      en: `the condition of the rule '${name}' does not compile: ${reason.en}`,
    });
  }
}

/**
 * Where a character of a value stands in the YAML that wrote it. YAML folds and indents, but keeps everything else, so the
 * two are walked side by side over what is not white space.
 */
function offsetInSource(value: string, offset: number, source: string): number {
  let at = 0;
  for (const character of value.slice(0, offset + 1)) {
    if (/\s/.test(character)) continue;
    const found = source.indexOf(character, at);
    if (found < 0) break;
    at = found + 1;
  }
  return offset < value.length ? Math.max(at - 1, 0) : at;
}

/** The node at a path; where there is none, the one that lacks it. */
function nodeAt(root: unknown, path: readonly PropertyKey[]): Node | undefined {
  let node = root as Node | undefined;
  for (const part of path) {
    const next: unknown =
      isMap(node) || isSeq(node) ? node.get(part as string, true) : undefined;
    if (!next) break;
    node = next as Node;
  }
  return node;
}
