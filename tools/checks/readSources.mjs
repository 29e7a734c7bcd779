import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { sourceOf } from './source.mjs';

/** Every TypeScript file of ours, but none that is generated. */
export function readSources() {
  return execFileSync(
    'git',
    [
      'ls-files',
      '--cached',
      '--others',
      '--exclude-standard',
      '--deduplicate',
      '--',
      'packages',
      'plugins',
    ],
    { encoding: 'utf8' },
  )
    .split('\n')
    .filter(file => /\.(ts|tsx)$/.test(file) && !file.endsWith('.d.ts'))
    .filter(file => !file.includes('/generated/') && existsSync(file))
    .map(file => sourceOf(file, readFileSync(file, 'utf8')));
}
