// Builds the production bundle and installs it as the image does, in a folder that is used again until a source changes.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { run } from './spawnPart.mjs';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, '.portal/production');
const [YARN] = globSync('.yarn/releases/yarn-*.cjs', { cwd: ROOT });

/** What the install of production dependencies needs besides the bundle's skeleton. */
const MANIFEST = [
  'package.json',
  'yarn.lock',
  'backstage.json',
  '.yarnrc.yml',
  '.yarn/releases',
];
/** What runs beside the code, at the same place relative to packages/backend as on a laptop. */
const DATA = [
  'app-config.yaml',
  'app-config.production.yaml',
  'catalog',
  'templates',
];

/**
 * @returns The folder of the installed bundle. `PORTAL_BUNDLE` names one that is used as it is.
 */
export async function prepareBundle({ log = () => {} } = {}) {
  if (process.env.PORTAL_BUNDLE) return path.resolve(process.env.PORTAL_BUNDLE);
  mkdirSync(FOLDER, { recursive: true });
  return withLock(async () => {
    const folder = path.join(FOLDER, sourcesDigest());
    if (existsSync(path.join(folder, 'complete'))) return folder;
    forgetOldBundles();
    log('building the production bundle …');
    await yarn('the build', ['workspace', 'backend', 'build'], ROOT);
    log('installing its production dependencies …');
    const work = mkdtempSync(path.join(FOLDER, 'work-'));
    for (const name of [...MANIFEST, ...DATA]) {
      cpSync(path.join(ROOT, name), path.join(work, name), { recursive: true });
    }
    const archive = name => path.join(ROOT, 'packages/backend/dist', name);
    execFileSync('tar', ['xzf', archive('skeleton.tar.gz'), '-C', work]);
    await yarn(
      'the install of production dependencies',
      ['workspaces', 'focus', 'backend', '--production'],
      work,
    );
    execFileSync('tar', ['xzf', archive('bundle.tar.gz'), '-C', work]);
    writeFileSync(path.join(work, 'complete'), '');
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
    return folder;
  });
}

function yarn(name, args, cwd) {
  return run(name, process.execPath, [path.join(ROOT, YARN), ...args], { cwd });
}

/** Everything that the bundle is made of, but for tests. */
function sourcesDigest() {
  const files = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '-z', '--']
      .concat(['packages', 'plugins', 'tsconfig.json'])
      .concat(MANIFEST, DATA),
    { cwd: ROOT, encoding: 'utf8' },
  )
    .split('\0')
    .filter(file => file && !/\.test\.tsx?$|\/e2e-tests\//.test(file))
    .filter(file => existsSync(path.join(ROOT, file)));
  const digest = createHash('sha256').update(process.version);
  for (const file of new Set(files)) {
    digest.update(`\0${file}\0`).update(readFileSync(path.join(ROOT, file)));
  }
  return digest.digest('hex').slice(0, 16);
}

/** Keeps the three newest, because a portal may still run from one of them. */
function forgetOldBundles() {
  readdirSync(FOLDER)
    .filter(name => name !== 'lock')
    .map(name => path.join(FOLDER, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
    .slice(3)
    .forEach(folder => rmSync(folder, { recursive: true, force: true }));
}

/** The build writes into the working tree, so only one at a time. The lock is a folder that has its holder's name in it. */
async function withLock(work) {
  const lock = path.join(FOLDER, 'lock');
  const holder = path.join(lock, String(process.pid));
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const [pid] = existsSync(lock) ? readdirSync(lock) : [];
      if (pid && !isRunning(Number(pid))) {
        rmSync(lock, { recursive: true, force: true });
      }
      await new Promise(resolve => {
        setTimeout(resolve, 500);
      });
    }
  }
  writeFileSync(holder, '');
  try {
    return await work();
  } finally {
    rmSync(holder);
    rmdirSync(lock);
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
