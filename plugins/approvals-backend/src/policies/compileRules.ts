import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { parseCpu, parseMemory } from '@caas/plugin-tenancy-common';
import { Environment } from '@marcbachmann/cel-js';
import { isMap, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { z } from 'zod';
import { policyRule, type PolicyRule } from '../domain/policy';

/** What a rule is asked about. */
export type PolicyFacts = {
  kind: string;
  tenant: string;
  environment: string;
  requester: string;
  payload: Record<string, unknown>;
  /** By id: `{ requested, used, limit }` of its gauge, or nothing. */
  evidence: Record<string, unknown>;
};

/** A rule whose expression is ready to be evaluated. */
export type CompiledRule = PolicyRule & {
  matches(facts: PolicyFacts): boolean;
};

/** Rules that are in force together, and what they are known by. */
export type CompiledRules = { version: string; rules: CompiledRule[] };

const file = z.strictObject({ rules: z.array(policyRule).max(200) });

const GIBIBYTE = 2 ** 30;

const environment = new Environment({ unlistedVariablesAreDyn: false })
  .registerVariable('kind', 'string')
  .registerVariable('tenant', 'string')
  .registerVariable('environment', 'string')
  .registerVariable('requester', 'string')
  .registerVariable('payload', 'map')
  .registerVariable('evidence', 'map')
  .registerFunction(
    'cores(string): double',
    (text: string) => amount(parseCpu(text), text, 'CPU') / 1000,
  )
  .registerFunction(
    'gibibytes(string): double',
    (text: string) => amount(parseMemory(text), text, 'memory') / GIBIBYTE,
  );

function amount(value: number | undefined, text: string, what: string) {
  if (value === undefined) throw new Error(`'${text}' is no amount of ${what}`);
  return value;
}

/**
 * Reads a file of rules.
 *
 * @throws InputError with the file, line and column of the first thing that is wrong.
 */
export function compileRules(text: string, fileName: string): CompiledRules {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fail = (offset: number, why: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new InputError(`${fileName}:${line}:${col}: ${why}`);
  };
  const [syntaxError] = document.errors;
  if (syntaxError) fail(syntaxError.pos[0], syntaxError.message.split('\n')[0]);

  const parsed = file.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = nodeAt(document.contents, issue.path);
    return fail(
      at?.range?.[0] ?? 0,
      `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
  }
  const { rules } = parsed.data;
  const compiled = rules.map((rule, index) => {
    const problem = (why: string) =>
      fail(
        nodeAt(document.contents, ['rules', index, 'when'])?.range?.[0] ?? 0,
        `the condition of the rule '${rule.name}' does not compile: ${why}`,
      );
    if (rules.findIndex(other => other.name === rule.name) !== index) {
      problem('another rule has the same name');
    }
    return { ...rule, matches: compileCondition(rule.when, problem) };
  });
  return {
    version: createHash('sha256').update(text).digest('hex').slice(0, 12),
    rules: compiled,
  };
}

function compileCondition(
  when: string,
  problem: (why: string) => never,
): (facts: PolicyFacts) => boolean {
  let evaluate: ReturnType<typeof environment.parse>;
  try {
    evaluate = environment.parse(when);
  } catch (error) {
    return problem((error as Error).message.split('\n')[0]);
  }
  const checked = evaluate.check();
  if (!checked.valid) {
    return problem(
      checked.error?.message.split('\n')[0] ?? 'its types do not fit',
    );
  }
  return facts => evaluate(facts) === true;
}

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
