// check.mjs [ID]: makes a family with `yarn new` in a copy of the repository, and holds it to everything that a family of ours
// must pass without a touch: format, house checks, types, lint and its own tests.
import { execFile } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startTally } from '../checks/tally.mjs';

const execute = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const TEMPLATES = ['common-library', 'backend-plugin', 'frontend-plugin'];
const [id = 'demo'] = process.argv.slice(2);
const FAMILY = [`${id}-common`, `${id}-backend`, id].map(
  name => `plugins/${name}`,
);

// Inside the repository, so that Node finds the installed dependencies above the copy.
mkdirSync(path.join(root, '.portal'), { recursive: true });
const copy = mkdtempSync(path.join(root, '.portal/new-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => process.exit(1));
}

/** Runs a program in the copy. What it says becomes the finding when it fails. */
async function run(program, args, { cwd = '.', env = {} } = {}) {
  try {
    const { stdout } = await execute(program, args, {
      cwd: path.join(copy, cwd),
      env: {
        ...process.env,
        CI: 'true',
        // For what stands above the copy and looks for a package in it, such as Backstage for our migrations.
        NODE_PATH: path.join(copy, 'node_modules'),
        ...env,
      },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const said = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim();
    throw new Error(said.split('\n').slice(-60).join('\n') || error.message);
  }
}
const node = (args, options) => run(process.execPath, args, options);
const tool = (file, args, options) =>
  node([path.join(root, 'node_modules', file), ...args], options);
const cli = (args, cwd) =>
  tool('@backstage/cli/bin/backstage-cli', ['package', ...args], { cwd });
const read = file => readFileSync(path.join(copy, file), 'utf8');

async function copyRepository() {
  const { stdout } = await execute(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, maxBuffer: 16 * 1024 * 1024 },
  );
  for (const file of stdout.split('\0').filter(Boolean)) {
    // A file may be gone in the working tree and not in the index.
    if (!/^(docs\/images|catalog)\//.test(file)) {
      cpSync(path.join(root, file), path.join(copy, file), { force: true });
    }
  }
  // The house checks ask git which files there are.
  await run('git', ['init', '--quiet']);
}

/** What the linking step of `yarn install` does, for our own packages. */
function linkWorkspaces() {
  mkdirSync(path.join(copy, 'node_modules/@caas'), { recursive: true });
  for (const manifest of globSync('{packages,plugins}/*/package.json', {
    cwd: copy,
  })) {
    const folder = path.dirname(manifest);
    const { name } = JSON.parse(read(manifest));
    if (name.startsWith('@caas/')) {
      symlinkSync(
        path.join(copy, folder),
        path.join(copy, 'node_modules', name),
      );
    }
  }
}

/** Whatever the lock file has besides our own packages. */
const locked = () =>
  read('yarn.lock')
    .split('\n\n')
    .filter(entry => !entry.includes('@workspace:'))
    .join('\n\n');

async function checkTypes() {
  writeFileSync(
    path.join(copy, 'tsconfig.family.json'),
    JSON.stringify({
      extends: './tsconfig.json',
      files: [
        path.join(
          root,
          'node_modules/@backstage/cli/asset-types/asset-types.d.ts',
        ),
      ],
      include: FAMILY.flatMap(folder => [
        `${folder}/src`,
        `${folder}/dev`,
        `${folder}/migrations`,
      ]),
      compilerOptions: { incremental: false, noEmit: true },
    }),
  );
  await tool('typescript/bin/tsc', [
    '-p',
    'tsconfig.family.json',
    '--emitDeclarationOnly',
    'false',
  ]);
}

const tally = startTally('yarn new');
await tally.check('the templates make a family', async () => {
  await copyRepository();
  for (const template of TEMPLATES) {
    await node([
      'tools/new/new.mjs',
      '--select',
      template,
      '--option',
      `pluginId=${id}`,
      '--option',
      'owner=',
      '--skip-install',
    ]);
  }
  linkWorkspaces();
  return [];
});
await tally.check('app and backend take the family in', () =>
  [
    ['packages/app/package.json', `"@caas/plugin-${id}": "workspace:^"`],
    [
      'packages/backend/package.json',
      `"@caas/plugin-${id}-backend": "workspace:^"`,
    ],
    [
      'packages/backend/src/index.ts',
      `backend.add(import('@caas/plugin-${id}-backend'));`,
    ],
  ]
    .filter(([file, text]) => !read(file).includes(text))
    .map(([file, text]) => `${file} has no ${text}`),
);
await tally.check('the family needs no dependency of its own', async () => {
  const before = locked();
  const [yarn] = globSync('.yarn/releases/yarn-*.cjs', { cwd: copy });
  await node([yarn, 'install', '--mode=update-lockfile'], {
    env: { YARN_ENABLE_NETWORK: '0', YARN_ENABLE_IMMUTABLE_INSTALLS: '0' },
  });
  return locked() === before ? [] : ['yarn.lock changed'];
});
await tally.check('it is in the format of the house', async () => {
  await tool('prettier/bin/prettier.cjs', ['--check', ...FAMILY]);
  return [];
});
await tally.check('it passes the house checks', async () => {
  await node(['tools/checks/run.mjs']);
  return [];
});

// Types take as long as everything else together: two queues for two processors.
const types = checkTypes().then(
  () => [],
  error => [error.message],
);
for (const folder of FAMILY) {
  await tally.check(`${folder} passes lint`, async () => {
    await cli(['lint', '--max-warnings', '0'], folder);
    return [];
  });
  await tally.check(`${folder} passes its tests`, async () => {
    await cli(['test', '--watchAll=false'], folder);
    return [];
  });
}
await tally.check('its types are right', () => types);
process.exitCode = tally.finish();
