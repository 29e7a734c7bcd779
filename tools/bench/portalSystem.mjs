import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareBundle } from '../production/prepareBundle.mjs';
import { freePort } from '../production/spawnPart.mjs';
import {
  HARNESS_CONFIG,
  productionEnvironment,
  startPeople,
  startSandbox,
} from '../production/startBundle.mjs';
import { hasCatalogRows } from './stockSystem.mjs';
import { createSystem } from './system.mjs';

/** The portal, with its production configuration, all its plugins, and the sandbox as its clusters. */
export async function createPortal({ log, components }) {
  const bundle = await prepareBundle({ log: line => log(`portal: ${line}`) });
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-data-'));
  const sandbox = await startSandbox(dataDir);
  const identityProvider = await startPeople(baseUrl);
  return createSystem(
    {
      name: 'portal',
      port,
      listen: { port, host: '127.0.0.1' },
      cwd: path.join(bundle, 'packages/backend'),
      configs: ['app-config.yaml', 'app-config.production.yaml'].map(file =>
        path.join(bundle, file),
      ),
      env: await productionEnvironment({
        baseUrl,
        sandbox,
        identityProvider,
        dataDir,
      }),
      owner: 'group:default/life',
      config: HARNESS_CONFIG,
      async stop() {
        await identityProvider.stop();
        await sandbox.stop();
        rmSync(dataDir, { recursive: true, force: true });
      },
      async signIn(page) {
        await page.goto(baseUrl);
        await page
          .getByRole('button', { name: /公司账号|company account/ })
          .click();
        await page.getByRole('link', { name: 'li-wei' }).click();
        await page.waitForFunction(`(${hasWorkbench})()`);
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
