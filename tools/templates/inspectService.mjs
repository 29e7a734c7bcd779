// What a generated service must be before it is compiled. Each function lists what it found to be wrong.
import { execFileSync } from 'node:child_process';
import {
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

/** Nothing of the template is left, neither in files nor in what the steps were given. */
export function leftovers({ files, log }) {
  return [
    ...[...files]
      .filter(([file, text]) => /\$\{\{|\{%|values\./.test(file + text))
      .map(([file]) => `${file} still holds an expression`),
    ...[...files.keys()]
      .filter(file => file.endsWith('.njk') || file.includes('undefined'))
      .map(file => `${file} is not a name for a generated file`),
    ...log
      .split('\n')
      // The names of the skeleton's own files and folders hold expressions.
      .filter(line => !/Writing (file|directory) \S/.test(line))
      .filter(line => line.includes('${{') && !line.includes('steps.'))
      .map(line => `a step was given ${line.trim()}`),
  ];
}

export function brokenYaml({ files }) {
  return [...files]
    .filter(([file]) => /\.ya?ml$/.test(file))
    .flatMap(([file, text]) =>
      parseAllDocuments(text).flatMap(({ errors }) =>
        errors.map(error => `${file}: ${error.message}`),
      ),
    );
}

export function brokenShell({ files }) {
  return [...files]
    .filter(([file]) => file.endsWith('.sh'))
    .flatMap(([file, input]) => {
      try {
        execFileSync('sh', ['-n'], {
          input,
          stdio: ['pipe', 'ignore', 'pipe'],
        });
        return [];
      } catch (error) {
        return [`${file}: ${error.stderr}`];
      }
    });
}

/** The entities that the catalog will be asked to take. */
export async function brokenEntities({ files }) {
  const policy = EntityPolicies.allOf([
    new SchemaValidEntityPolicy(),
    new NoForeignRootFieldsEntityPolicy(),
    new FieldFormatEntityPolicy(),
  ]);
  const validators = {
    Component: componentEntityV1alpha1Validator,
    API: apiEntityV1alpha1Validator,
  };
  const findings = [];
  for (const document of parseAllDocuments(files.get('catalog-info.yaml'))) {
    const entity = document.toJS();
    try {
      await policy.enforce(entity);
      const { definition } = entity.spec;
      if (definition)
        entity.spec.definition = readText(files, definition.$text);
      await validators[entity.kind].check(entity);
    } catch (error) {
      findings.push(`catalog-info.yaml: ${entity.kind}: ${error.message}`);
    }
  }
  return findings;
}

function readText(files, reference) {
  const text = files.get(reference.replace(/^\.\//, ''));
  if (!text) throw new Error(`there is no ${reference}`);
  return text;
}

/** The Java sources stand where their package says. */
export function misplacedJava({ files }) {
  return [...files]
    .filter(([file]) => file.endsWith('.java'))
    .filter(([file, text]) => {
      const packageName = /^package ([\w.]+);/.exec(text)?.[1];
      const folder = file.replace(/^src\/(main|test)\/java\/|\/[^/]+$/g, '');
      return !packageName || folder !== packageName.replaceAll('.', '/');
    })
    .map(([file]) => `${file} is not in the folder of its package`);
}
