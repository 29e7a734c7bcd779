import path from 'node:path';
import { postgresAddress } from '../production/postgres.mjs';
import { freePort } from '../production/spawnPart.mjs';
import { prepareStockBundle } from './stockBundle.mjs';
import { createSystem } from './system.mjs';

/** Stock, with its production configuration and its guest. */
export async function createStock({ log, components }) {
  const bundle = await prepareStockBundle({ log });
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const postgres = postgresAddress();
  const examples = path.join(bundle, 'examples');
  return createSystem(
    {
      name: 'stock',
      port,
      listen: `127.0.0.1:${port}`,
      cwd: path.join(bundle, 'packages/backend'),
      configs: ['app-config.yaml', 'app-config.production.yaml'].map(file =>
        path.join(bundle, file),
      ),
      env: {
        NODE_ENV: 'production',
        POSTGRES_HOST: postgres.hostname,
        POSTGRES_PORT: postgres.port || '5432',
        POSTGRES_USER: decodeURIComponent(postgres.username),
        POSTGRES_PASSWORD: decodeURIComponent(postgres.password) || 'none',
        GITHUB_TOKEN: 'none',
      },
      owner: 'group:default/guests',
      config: {
        app: { baseUrl },
        catalog: {
          locations: [
            { type: 'file', target: path.join(examples, 'entities.yaml') },
            {
              type: 'file',
              target: path.join(examples, 'template/template.yaml'),
              rules: [{ allow: ['Template'] }],
            },
            {
              type: 'file',
              target: path.join(examples, 'org.yaml'),
              rules: [{ allow: ['User', 'Group'] }],
            },
          ],
        },
        backend: { baseUrl },
        auth: {
          providers: {
            guest: {
              dangerouslyAllowOutsideDevelopment: true,
              userEntityRef: 'user:default/guest',
            },
          },
        },
      },
      async signIn(page) {
        await page.goto(baseUrl);
        await page.getByRole('button', { name: 'Enter' }).click();
        await page.waitForFunction(`(${hasCatalogRows})()`);
      },
      pages: {
        first: { path: '/', isUseful: hasCatalogRows },
        catalog: { path: '/', isUseful: hasCatalogRows },
      },
    },
    { log, components },
  );
}

/** Runs in the browser: a row of the catalog's table shows a component. */
export function hasCatalogRows() {
  return Boolean(
    document.querySelector(
      'tbody a[href*="/component/"], [role=row] a[href*="/component/"]',
    ),
  );
}
