import { createMockDirectory } from '@backstage/backend-test-utils';
import { cachedSchema } from './cachedSchema';

const directory = createMockDirectory();
let collected: number;
beforeEach(() => {
  collected = 0;
  directory.setContent({
    'package.json': JSON.stringify({ workspaces: ['packages/*'] }),
    'yarn.lock': 'one',
    packages: {
      a: {
        'package.json': '{"name":"a"}',
        'config.d.ts': 'interface Config {}',
      },
      notes: { 'README.md': 'no package' },
    },
  });
});

const read = () =>
  cachedSchema({
    root: directory.path,
    async collect() {
      collected += 1;
      return { backstageConfigSchemaVersion: 1, schemas: [] };
    },
  });

it('collects once', async () => {
  const first = await read();
  expect(await read()).toEqual(first);
  expect(collected).toBe(1);
});

it.each([
  ['a dependency', 'yarn.lock'],
  ['a package', 'packages/a/package.json'],
  ['a schema', 'packages/a/config.d.ts'],
])('collects anew when %s has changed', async (_, file) => {
  await read();
  directory.addContent({ [file]: '{"name":"changed"}' });
  await read();
  expect(collected).toBe(2);
});

it('collects for two starts at once, and leaves one whole file', async () => {
  const [left, right] = await Promise.all([read(), read()]);
  expect(left).toEqual(right);
  const before = collected;
  await read();
  expect(collected).toBe(before);
});
