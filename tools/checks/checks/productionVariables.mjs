import { readFileSync } from 'node:fs';

/**
 * The variables that a configuration takes from the environment and the rows of a table of variables in Markdown, compared.
 * A row starts with the name in code marks; its second cell says `no` where the configuration has a default.
 */
export function compareVariables(configuration, document) {
  const asked = new Map(
    [...configuration.matchAll(/\$\{([A-Z0-9_]+)(:-)?[^}]*\}/g)].map(
      ([, name, hasDefault]) => [name, Boolean(hasDefault)],
    ),
  );
  const told = new Map(
    [...document.matchAll(/^\| `([A-Z0-9_]+)`\s*\|\s*([a-z ]+?)\s*\|/gm)].map(
      ([, name, needed]) => [name, needed],
    ),
  );
  return [
    ...[...asked.keys()]
      .filter(name => !told.has(name))
      .map(name => `${name} is asked for, and stands in no row`),
    ...[...told.keys()]
      .filter(name => !asked.has(name))
      .map(name => `${name} has a row, and nothing asks for it`),
    ...[...asked]
      .filter(([name, hasDefault]) => hasDefault && told.get(name) === 'yes')
      .map(([name]) => `${name} has a default, and its row says it is needed`),
  ];
}

export const productionVariables = {
  sentence:
    'every variable of app-config.production.yaml stands in the table of docs/runbooks/install.md',
  inspect: () =>
    compareVariables(
      readFileSync('app-config.production.yaml', 'utf8'),
      readFileSync('docs/runbooks/install.md', 'utf8'),
    ),
};
