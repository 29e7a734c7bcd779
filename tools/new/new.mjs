// `yarn new`: makes a package from the house templates, in the format of the house, and says what is left to do.
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const binOf = name => {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest);
  const file = typeof bin === 'string' ? bin : Object.values(bin)[0];
  return path.join(path.dirname(manifest), file);
};

const packages = () => new Set(globSync('{packages,plugins}/*/package.json'));
const before = packages();
const { status } = spawnSync(
  process.execPath,
  [binOf('@backstage/cli'), 'new', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
const made = [...packages()]
  .filter(manifest => !before.has(manifest))
  .map(manifest => path.dirname(manifest));
// The CLI reports a template that failed, and still ends well; without a package there was a failure.
if (status !== 0 || made.length === 0) process.exit(status || 1);

// How long a name is moves the line breaks.
execFileSync(process.execPath, [
  binOf('prettier'),
  '--write',
  ...made,
  'packages/app/package.json',
  'packages/backend/package.json',
  'packages/backend/src/index.ts',
]);
console.log(`Made ${made.join(', ')}. CONTRIBUTING.md says what follows.`);
