import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { loadConfigSchema, type ConfigSchema } from '@backstage/config-loader';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { loadVisible } from './frontend/frontendSchema';
import { readStrictConfig } from './readStrictConfig';
import { readSchema } from './schema/readSchema';
import type { StrictSchema } from './schema/StrictSchema';
import { repositoryRoot } from './schema/workspaces';
import { secretsIn } from './secrets/secretsIn';

jest.setTimeout(60_000);

const root = repositoryRoot();
let schema: StrictSchema;
/** As Backstage compiles it. */
let stock: ConfigSchema;
beforeAll(async () => {
  schema = await readSchema();
  stock = await loadConfigSchema({ serialized: serialized() });
});

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const PRODUCTION = 'app-config.production.yaml';

/** The configuration of these files; every variable that they ask for has a value of its own. */
function read(...files: string[]): Promise<RootConfigService> {
  const argv = files.flatMap(name => {
    const file = path.join(root, name);
    const names = readFileSync(file, 'utf8').matchAll(/\$\{(\w+)\}/g);
    for (const [index, [, variable]] of [...names].entries()) {
      // A number does for every type.
      const value = `${index + 1000}`;
      jest.replaceProperty(process, 'env', {
        ...process.env,
        [variable]: value,
      });
    }
    return ['--config', file];
  });
  return readStrictConfig({ schema, argv });
}

it('takes app-config.yaml', async () => {
  const config = await read('app-config.yaml');
  expect(config.getOptionalString('app.title')).toContain('CaaS Portal');
});

it('takes app-config.production.yaml, when every variable has a value', async () => {
  const config = await read('app-config.yaml', PRODUCTION);
  expect(config.getString('backend.database.client')).toBe('pg');
});

it.each([[['app-config.yaml']], [['app-config.yaml', PRODUCTION]]])(
  'finds the secrets that Backstage finds in %j',
  async files => {
    const config = (await read(...files)).get<JsonObject>();
    const [{ data }] = stock.process([{ data: config, context: 'test' }], {
      visibility: ['secret'],
      ignoreSchemaErrors: true,
    });
    const found = secretsIn(schema.packages, config);
    expect([...found]).toEqual(expect.arrayContaining(textsIn(data)));
    expect(textsIn(data)).toEqual(expect.arrayContaining([...found]));
  },
);

it.each([[['app-config.yaml']], [['app-config.yaml', PRODUCTION]]])(
  'shows the browser what Backstage shows it of %j',
  async files => {
    const data = (await read(...files)).get<JsonObject>();
    const configs = [{ data, context: 'test' }];
    const visible = { visibility: ['frontend' as const] };
    const part = await loadVisible(serialized());
    const shown = part.process(configs, visible);
    expect(shown).toEqual(stock.process(configs, visible));
    expect(new ConfigReader(shown[0].data).has('app.baseUrl')).toBe(true);
  },
);

it('knows the settings of our plugins and of the app', () => {
  const known = schema.packages.map(({ packageName }) => packageName);
  expect(known).toEqual(
    expect.arrayContaining(['app', '@caas/plugin-tenancy-backend']),
  );
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function serialized() {
  return { schemas: schema.packages, backstageConfigSchemaVersion: 1 };
}
