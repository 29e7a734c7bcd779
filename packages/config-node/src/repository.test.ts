import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readStrictConfig } from './readStrictConfig';
import { compileSchema } from './schema/compileSchema';
import { readSchema } from './schema/readSchema';
import { repositoryRoot } from './schema/workspaces';
import type { StrictSchema } from './configSchema';

jest.setTimeout(60_000);

const root = repositoryRoot();
let schema: StrictSchema;
beforeAll(async () => {
  schema = await compileSchema(await readSchema());
});

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const fileOf = (name: string) => ['--config', path.join(root, name)];

it('takes app-config.yaml', async () => {
  const config = await readStrictConfig({
    schema,
    argv: fileOf('app-config.yaml'),
  });
  expect(config.getOptionalString('app.title')).toContain('CaaS Portal');
});

it('takes app-config.production.yaml, when every variable has a value', async () => {
  const file = path.join(root, 'app-config.production.yaml');
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/\$\{(\w+)/g)) {
    // A number does for every type.
    jest.replaceProperty(process, 'env', { ...process.env, [name]: '1' });
  }
  const config = await readStrictConfig({
    schema,
    argv: [
      ...fileOf('app-config.yaml'),
      ...fileOf('app-config.production.yaml'),
    ],
  });
  expect(config.getString('backend.database.client')).toBe('pg');
});

it('knows the settings of our plugins and of the app', () => {
  const known = schema.packages.map(({ packageName }) => packageName);
  expect(known).toEqual(
    expect.arrayContaining(['app', '@caas/plugin-tenancy-backend']),
  );
});
