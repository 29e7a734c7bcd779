// Checks that turn house rules into failures. Each check lists what it found; a finding fails the run.
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const files = execFileSync(
  'git',
  [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    'packages',
    'plugins',
  ],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter(file => /\.(ts|tsx)$/.test(file) && !file.endsWith('.d.ts'))
  .filter(file => !file.includes('/generated/'));
const sources = files.map(file => {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(
    match => match[1],
  );
  return { file, text, imports, isTest: /\.test\.tsx?$|\/tests\//.test(file) };
});
const product = sources.filter(source => !source.isTest);

/** Folder inside `src` → what files there may not import. */
const FORBIDDEN = {
  domain: [/^knex$/, /^express/, /client-node/, /^\.\.\/(?!domain)/],
  services: [/^knex$/, /^express/, /^\.\.\/handlers/],
  database: [/^express/, /^\.\.\/(handlers|services|reconcilers)/],
  handlers: [/^knex$/, /^\.\.\/(database|clients|reconcilers)/],
};

const checks = {
  'imports point downwards: handlers, services, then domain, database and clients':
    () =>
      product.flatMap(({ file, imports }) => {
        const folder = /plugins\/[^/]+-backend\/src\/([^/]+)\//.exec(file)?.[1];
        return imports
          .filter(name => FORBIDDEN[folder]?.some(rule => rule.test(name)))
          .map(name => `${file} imports '${name}'`);
      }),
  'a plugin uses another only through its -common, -node or -react package':
    () =>
      product.flatMap(({ file, imports }) => {
        const own = /^plugins\/([^/]+)\//.exec(file)?.[1];
        return imports
          .map(name => /^@caas\/plugin-(.+)$/.exec(name)?.[1])
          .filter(name => own && name && name !== own)
          .filter(name => !/-(common|node|react)$/.test(name))
          .map(name => `${file} imports '@caas/plugin-${name}'`);
      }),
  'no Material UI in our code': () =>
    product.flatMap(({ file, imports }) =>
      imports
        .filter(
          name => name.startsWith('@material-ui/') || name.startsWith('@mui/'),
        )
        .map(name => `${file} imports '${name}'`),
    ),
  'visible text stands in translations, not in components': () =>
    product
      .filter(({ file }) =>
        /^(plugins|packages\/(app|portal-ui))\/.*src\/.*\.tsx$/.test(file),
      )
      .filter(({ file }) => !/translation|__fixtures__|zh-CN/.test(file))
      .flatMap(({ file, text }) =>
        [
          ...text.matchAll(
            />\s*([A-Z][a-z]+(?: [A-Za-z]+)+|[\u4e00-\u9fff]{2,})\s*</g,
          ),
        ].map(match => `${file}: '${match[1]}'`),
      ),
  'no lonely test, and none skipped without its reason in brackets': () =>
    sources
      .filter(source => source.isTest)
      .filter(({ text }) =>
        /\b(?:it|test|describe)\.(?:only\(|skip\((?!\s*'[^'\n]*\([^)\n]+\)'))|\bx(?:it|describe)\(/.test(
          text,
        ),
      )
      .map(({ file }) => file),
  'no file of ours is over 400 lines': () =>
    product
      .filter(({ text }) => text.split('\n').length > 400)
      .map(({ file, text }) => `${file} has ${text.split('\n').length} lines`),
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const findings = check();
  console.log(`${findings.length ? 'FAILED' : 'ok    '} ${name}`);
  for (const finding of findings) console.error(`       ${finding}`);
  if (findings.length) failed += 1;
}
console.log(
  `${path.basename(import.meta.dirname)}: ${Object.keys(checks).length - failed} passed, ${failed} failed, ${files.length} files`,
);
process.exitCode = failed ? 1 : 0;
