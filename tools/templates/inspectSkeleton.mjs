// What can be said of a template without running it. Each function lists what it found to be wrong.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, readTemplate } from './scaffold.mjs';

const VALUE = /values\.([A-Za-z]\w*)/g;

/** The Scaffolder renders a value that nobody passes as nothing at all, without a word. */
export function valuesDisagree(folder) {
  const step = readTemplate(folder).spec.steps.find(
    ({ action }) => action === 'fetch:template',
  );
  const passed = new Set(Object.keys(step.input.values));
  const used = new Set(
    listFiles(path.join(folder, 'skeleton')).flatMap(file => {
      const text = file.endsWith('.njk')
        ? readFileSync(path.join(folder, 'skeleton', file), 'utf8')
        : '';
      return [...`${file}\n${text}`.matchAll(VALUE)].map(match => match[1]);
    }),
  );
  return [
    ...[...used]
      .filter(name => !passed.has(name))
      .map(name => `values.${name} is used, but the step does not pass it`),
    ...[...passed]
      .filter(name => !used.has(name))
      .map(name => `values.${name} is passed, but nothing uses it`),
  ];
}

/** Files without .njk are copied as they are, so an expression in one would reach the person. */
export function expressionsThatAreNotRendered(folder) {
  return listFiles(path.join(folder, 'skeleton'))
    .filter(file => !file.endsWith('.njk'))
    .filter(file =>
      readFileSync(path.join(folder, 'skeleton', file), 'utf8').includes('${{'),
    )
    .map(file => `skeleton/${file} holds an expression: name it ${file}.njk`);
}

/** `steps.some-id.output` would be read as a subtraction. */
export function stepIdsWithHyphens(folder) {
  return readTemplate(folder)
    .spec.steps.filter(({ id }) => !/^[a-z][A-Za-z0-9]*$/.test(id))
    .map(({ id }) => `step '${id}': write its id in camelCase`);
}
