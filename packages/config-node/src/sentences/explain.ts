import { ConfigReader, type AppConfig } from '@backstage/config';
import type { ErrorObject } from 'ajv';
import type { SchemaOfPackage, StrictSchema } from '../schema/StrictSchema';
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

/** What is wrong with the configuration: a sentence each, with the setting's path and never its value. */
export function explain(
  { validate, packages }: StrictSchema,
  configs: AppConfig[],
): string[] {
  if (validate(ConfigReader.fromConfigs(configs).getOptional())) return [];
  const errors = validate.errors ?? [];
  const sentences = errors
    .filter(error => !isRepeatedBelow(error, errors))
    .map(error => {
      const { setting, sentence } = describe(error, packages, errors);
      const file = whereItStands(setting, configs);
      return file ? `${sentence} (in ${file})` : sentence;
    });
  return [...new Set(sentences)];
}

/** A choice between shapes is only worth a sentence when none says what is wrong with it. */
function isRepeatedBelow(error: ErrorObject, all: ErrorObject[]) {
  return (
    isChoice(error) &&
    all.some(
      other =>
        !isChoice(other) &&
        isPrefix(parsePath(error.instancePath), parsePath(other.instancePath)),
    )
  );
}

function isChoice({ keyword }: ErrorObject): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf';
}

function describe(
  { instancePath, keyword, params, message }: ErrorObject,
  packages: SchemaOfPackage[],
  all: ErrorObject[],
): { setting: Path; sentence: string } {
  const path = parsePath(instancePath);
  const name = path.length ? printPath(path) : 'The configuration';
  switch (keyword) {
    case 'additionalProperties': {
      const written: string = params.additionalProperty;
      const setting = [...path, written];
      const similar = closest(written, knownSettings(packages, path));
      const hint = similar ? ` Did you mean '${similar}'?` : '';
      return {
        setting,
        sentence: `${printPath(setting)} is not a known setting.${hint}`,
      };
    }
    case 'required':
      return {
        setting: path,
        sentence: `${printPath([...path, params.missingProperty])} is missing.`,
      };
    case 'type': {
      const types = all
        .filter(other => other.instancePath === instancePath)
        .flatMap(other => other.params.type ?? [])
        .map((type: string) => TYPES[type]);
      return {
        setting: path,
        sentence: `${name} must be ${[...new Set(types)].join(' or ')}.`,
      };
    }
    case 'enum':
      return {
        setting: path,
        sentence: `${name} must be one of ${params.allowedValues.join(', ')}.`,
      };
    default:
      return { setting: path, sentence: `${name} ${message}.` };
  }
}
