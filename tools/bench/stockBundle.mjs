// A stock Backstage 1.55: what `@backstage/create-app` makes, built and installed as its own Dockerfile does. It is made
// once, outside of the working tree, and kept.
//
// Three things differ from what a person gets who types the command:
// - the resolutions of our package.json, without which 1.55 does not install or, with better-sqlite3 12, does not live
//   on a current Node;
// - our yarn.lock as the seed, so that both use the same versions of everything that both use;
// - no builds of native add-ons that nobody needs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../production/prepareBundle.mjs';
import { run } from '../production/spawnPart.mjs';

const CREATE_APP = '@backstage/create-app@0.9.2';
const CACHE = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
  'caas-portal',
);
const MANIFEST = ['package.json', 'yarn.lock', 'backstage.json', '.yarnrc.yml'];
const DATA = [
  '.yarn',
  'examples',
  'app-config.yaml',
  'app-config.production.yaml',
];

const ours = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const resolutions = Object.fromEntries(
  Object.entries(ours.resolutions).filter(
    ([name]) => !name.startsWith('@orpc/'),
  ),
);

/** The folder of the installed bundle. */
export async function prepareStockBundle({ log }) {
  const recipe = JSON.stringify([CREATE_APP, resolutions, process.version]);
  const digest = createHash('sha256').update(recipe).digest('hex').slice(0, 8);
  const folder = path.join(CACHE, `stock-1.55-${digest}`);
  if (existsSync(path.join(folder, 'complete'))) return folder;
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(path.join(CACHE, 'work-'));
  try {
    const source = path.join(work, 'source');
    log('stock: making the app …');
    await createApp(work, source);
    const yarn = (name, args, cwd = source) =>
      run(name, process.execPath, [path.join(ROOT, yarnRelease()), ...args], {
        cwd,
        env: { ...process.env, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
      });
    log('stock: installing …');
    await yarn('the install of stock', ['install']);
    log('stock: building …');
    await yarn('the build of stock', ['build:backend']);
    log('stock: installing its production dependencies …');
    const bundle = path.join(work, 'bundle');
    await install(source, bundle, yarn);
    writeFileSync(path.join(bundle, 'complete'), recipe);
    rmSync(folder, { recursive: true, force: true });
    renameSync(bundle, folder);
    return folder;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function yarnRelease() {
  return `.yarn/releases/${ours.packageManager.replace('@', '-')}.cjs`;
}

async function createApp(work, target) {
  // The command insists on a yarn on the path, of which it asks only the version.
  const bin = path.join(work, 'bin');
  mkdirSync(bin);
  writeFileSync(
    path.join(bin, 'yarn'),
    `#!/bin/sh\nexec "${process.execPath}" "${path.join(ROOT, yarnRelease())}" "$@"\n`,
  );
  chmodSync(path.join(bin, 'yarn'), 0o755);
  await run(
    CREATE_APP,
    'npx',
    ['--yes', CREATE_APP, '--path', target, '--skip-install'],
    {
      cwd: work,
      env: {
        ...process.env,
        BACKSTAGE_APP_NAME: 'stock',
        PATH: [bin, path.dirname(process.execPath), process.env.PATH].join(':'),
      },
    },
  );
  const file = path.join(target, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.resolutions = { ...manifest.resolutions, ...resolutions };
  manifest.dependenciesMeta = ours.dependenciesMeta;
  writeFileSync(file, JSON.stringify(manifest, null, 2));
  cpSync(path.join(ROOT, 'yarn.lock'), path.join(target, 'yarn.lock'));
}

async function install(source, bundle, yarn) {
  mkdirSync(bundle);
  for (const name of [...MANIFEST, ...DATA]) {
    cpSync(path.join(source, name), path.join(bundle, name), {
      recursive: true,
    });
  }
  const unpack = name =>
    execFileSync('tar', [
      'xzf',
      path.join(source, 'packages/backend/dist', name),
      '-C',
      bundle,
    ]);
  unpack('skeleton.tar.gz');
  await yarn(
    'the install of production dependencies of stock',
    ['workspaces', 'focus', '--all', '--production'],
    bundle,
  );
  unpack('bundle.tar.gz');
}
