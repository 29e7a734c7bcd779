import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareBundle } from '../production/prepareBundle.mjs';
import { freePort } from '../production/spawnPart.mjs';
import {
  productionEnvironment,
  startSandbox,
} from '../production/startBundle.mjs';
import { hasCatalogRows } from './stockSystem.mjs';
import { createSystem } from './system.mjs';

const yaml = createRequire(
  path.resolve(import.meta.dirname, '../../packages/sandbox/package.json'),
)('yaml');

/** The portal, with its production configuration, all its plugins, and the sandbox as its clusters. */
export async function createPortal({ log, components }) {
  const bundle = await prepareBundle({ log: line => log(`portal: ${line}`) });
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-data-'));
  const sandbox = await startSandbox(dataDir);
  const cwd = path.join(bundle, 'packages/backend');
  const files = ['app-config.yaml', 'app-config.production.yaml'].map(file =>
    path.join(bundle, file),
  );
  const laptop = yaml.parse(readFileSync(files[0], 'utf8'));
  return createSystem(
    {
      name: 'portal',
      title: 'portal',
      port,
      listen: { port, host: '127.0.0.1' },
      cwd,
      configs: files,
      env: {
        ...(await productionEnvironment({ baseUrl, sandbox, dataDir })),
        // The demo people refuse to sign in anybody in production.
        NODE_ENV: 'development',
      },
      owner: 'group:default/life',
      locations: laptop.catalog.locations,
      config: {
        auth: { environment: 'development', personas: laptop.auth.personas },
      },
      async stop() {
        await sandbox.stop();
        rmSync(dataDir, { recursive: true, force: true });
      },
      async signIn(page) {
        await page.goto(baseUrl);
        await page.getByRole('button', { name: /^(李伟|Li Wei) / }).click();
        await page.getByRole('link', { name: '工作台' }).first().waitFor();
      },
      pages: {
        first: { path: '/', isUseful: hasWorkbench },
        catalog: { path: '/catalog', isUseful: hasCatalogRows },
      },
    },
    { log, components },
  );
}

/** Runs in the browser: the workbench stands with its sections, and none of them waits for its data. */
function hasWorkbench() {
  return (
    document.querySelectorAll('main section, main [role=region]').length >= 3 &&
    !document.querySelector('main .bui-Skeleton')
  );
}
