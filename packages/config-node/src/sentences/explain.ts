import type { AppConfig } from '@backstage/config';
import type { StrictSchema } from '../configSchema';
import { closest } from './closest';
import { knownSettings } from './knownSettings';
import { whereItStands } from './whereItStands';
import { isPrefix, parsePath, printPath, type Path } from './path';

const TYPES: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'empty',
  number: 'a number',
  object: 'a group of settings',
  string: 'a text',
};

type Violation = { path: Path; rule: string; value: string };

/** What is wrong with the configuration: a sentence each, with the setting's path and never its value. */
export function explain(schema: StrictSchema, configs: AppConfig[]): string[] {
  const violations = violationsOf(schema, configs);
  const sentences = violations
    .filter(violation => !isRepeatedBelow(violation, violations))
    .map(violation => {
      const { setting, sentence } = describe(violation, schema, violations);
      const file = whereItStands(setting, configs);
      return file ? `${sentence} (in ${file})` : sentence;
    });
  return [...new Set(sentences)];
}

function violationsOf(
  { compiled }: StrictSchema,
  configs: AppConfig[],
): Violation[] {
  try {
    compiled.process(configs);
    return [];
  } catch (error) {
    const { messages } = error as { messages?: string[] };
    if (!messages) throw error;
    return messages.map(parseMessage);
  }
}

/** Messages of `@backstage/config-loader`, such as `Config must be number { type=number } at /backend/listen/port`. */
function parseMessage(message: string): Violation {
  const match = /^Config (.*?) \{ (?:\w+=(.*?))? ?\} at (.*)$/s.exec(message);
  if (!match) throw new Error(message);
  const [, rule, value = '', pointer] = match;
  return { rule, value, path: parsePath(pointer) };
}

/** A choice between shapes is only worth a sentence when none says what is wrong with it. */
function isRepeatedBelow({ rule, path }: Violation, all: Violation[]) {
  return (
    /must match (a schema|exactly one)/.test(rule) &&
    all.some(other => other.rule !== rule && isPrefix(path, other.path))
  );
}

function describe(
  { path, rule, value }: Violation,
  { packages }: StrictSchema,
  all: Violation[],
): { setting: Path; sentence: string } {
  if (/additional properties/.test(rule)) {
    const setting = [...path, value];
    const similar = closest(value, knownSettings(packages, path));
    const hint = similar ? ` Did you mean '${similar}'?` : '';
    return {
      setting,
      sentence: `${printPath(setting)} is not a known setting.${hint}`,
    };
  }
  if (/required property/.test(rule)) {
    return {
      setting: path,
      sentence: `${printPath([...path, value])} is missing.`,
    };
  }
  const name = path.length ? printPath(path) : 'The configuration';
  if (/^must be \w+$/.test(rule)) {
    const types = all
      .filter(other => printPath(other.path) === printPath(path))
      .flatMap(other => TYPES[other.value] ?? []);
    return {
      setting: path,
      sentence: `${name} must be ${[...new Set(types)].join(' or ')}.`,
    };
  }
  if (/allowed values/.test(rule)) {
    return {
      setting: path,
      sentence: `${name} must be one of ${value.split(',').join(', ')}.`,
    };
  }
  return { setting: path, sentence: `${name} ${rule}.` };
}
