import { withChinese } from '@caas/contract';
import { parseCpu, parseMemory } from '@caas/plugin-tenancy-common';
import { Environment } from '@marcbachmann/cel-js';
import { daysBetween } from '../domain/daysBetween';

/** What a rule is asked about. */
export type PolicyFacts = {
  kind: string;
  tenant: string;
  environment: string;
  requester: string;
  /** The day on which it is asked, in UTC as leases count: `2026-11-22`. */
  today: string;
  payload: Record<string, unknown>;
  /** By id: `tone`, and `requested`, `used`, `limit` and `unit` of its gauge when it has one. */
  evidence: Record<string, unknown>;
};

/** What is asked about a request, before it is said on which day. */
export type PolicyQuestion = Omit<PolicyFacts, 'today'>;

/** What is wrong with a condition, and how far into its text. */
export class ConditionError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const GIBIBYTE = 2 ** 30;

/**
 * The language of conditions: CEL, with functions that read Kubernetes quantities and dates of a payload as numbers. A name that
 * does not exist does not compile; a field of the payload that does not exist fails when it is asked for.
 */
const environment = new Environment({ unlistedVariablesAreDyn: false })
  .registerVariable('kind', 'string')
  .registerVariable('tenant', 'string')
  .registerVariable('environment', 'string')
  .registerVariable('requester', 'string')
  .registerVariable('today', 'string')
  .registerVariable('payload', 'map')
  .registerVariable('evidence', 'map')
  .registerFunction(
    'cores(string): double',
    (text: string) => amount(parseCpu(text), text, 'CPU', ' CPU ') / 1000,
  )
  .registerFunction(
    'gibibytes(string): double',
    (text: string) =>
      amount(parseMemory(text), text, 'memory', '内存') / GIBIBYTE,
  )
  .registerFunction(
    'daysBetween(string, string): int',
    (from: string, to: string) => BigInt(daysBetween(from, to)),
  );

function amount(
  value: number | undefined,
  text: string,
  what: string,
  chinese: string,
) {
  if (value !== undefined) return value;
  throw withChinese(
    new Error(`'${text}' is no amount of ${what}`),
    `“${text}”不是有效的${chinese}数量`,
  );
}

/**
 * A condition that is ready to be asked. Asking it throws when it has no answer, such as for a field that is not there.
 *
 * @throws ConditionError when it cannot be right for any request.
 */
export function compileCondition(
  when: string,
): (facts: PolicyFacts) => boolean {
  const { valid, type, error } = environment.check(when);
  if (!valid) {
    if (error) throw new ConditionError(error.message, error.range?.start ?? 0);
    throw withChinese(
      new ConditionError('its types do not fit', 0),
      '类型不匹配',
    );
  }
  // A field of the payload may turn out to be a boolean; a text or a number never does.
  if (type !== 'bool' && type !== 'dyn') {
    throw withChinese(
      new ConditionError(`it gives a ${type}, not true or false`, 0),
      `其结果的类型是 ${type}，而不是 true 或 false`,
    );
  }
  const evaluate = environment.parse(when);
  return ({ payload, evidence, ...facts }) => {
    const answer: unknown = evaluate({
      ...facts,
      payload: asMap(payload),
      evidence: asMap(evidence),
    });
    if (typeof answer === 'boolean') return answer;
    throw withChinese(
      new Error(`it gives '${answer}', not true or false`),
      `其结果是“${answer}”，而不是 true 或 false`,
    );
  };
}

/** CEL tells what an object is by its `constructor`, which a payload may well have a field for; of a Map it knows. */
function asMap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asMap);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, of]) => [key, asMap(of)]));
}
