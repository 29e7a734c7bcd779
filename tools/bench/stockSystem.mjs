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
      title: 'stock 1.55',
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
      config: {
        app: { baseUrl },
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
        await page.getByRole('link', { name: 'Settings' }).first().waitFor();
      },
      pages: {
        first: { path: '/', isUseful: hasCatalogRows },
        catalog: { path: '/', isUseful: hasCatalogRows },
      },
    },
    { log, components },
  );
}

/** Runs in the browser: the table of the catalog shows the name of an entity. */
export function hasCatalogRows() {
  return Boolean(
    document.querySelector(
      'main tbody a[href*="/catalog/"], [role=grid] a[href*="/catalog/default/"]',
    ),
  );
}
