/** Folder inside `src` → what files there may not import. */
const FORBIDDEN = {
  domain: [/^knex$/, /^express/, /client-node/, /^\.\.\/(?!domain)/],
  services: [/^knex$/, /^express/, /^\.\.\/handlers/],
  database: [/^express/, /^\.\.\/(handlers|services|reconcilers)/],
  handlers: [/^knex$/, /^\.\.\/(database|clients|reconcilers)/],
};

export const importDirection = {
  sentence:
    'imports point downwards: handlers, services, then domain, database and clients',
  inspect: sources =>
    sources
      .filter(({ isTest }) => !isTest)
      .flatMap(({ file, imports }) => {
        const folder = /plugins\/[^/]+-backend\/src\/([^/]+)\//.exec(file)?.[1];
        return imports
          .filter(name => FORBIDDEN[folder]?.some(rule => rule.test(name)))
          .map(name => `${file} imports '${name}'`);
      }),
};
