import { createMockDirectory } from '@backstage/backend-test-utils';
import { cachedSchema } from './cachedSchema';

const directory = createMockDirectory();
let prepared: number;
beforeEach(() => {
  prepared = 0;
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
    async prepare() {
      prepared += 1;
      return { packages: [], validator: 'module.exports = () => true' };
    },
  });

it('prepares once', async () => {
  const first = await read();
  expect(await read()).toEqual(first);
  expect(prepared).toBe(1);
});

it.each([
  ['a dependency', 'yarn.lock'],
  ['a package', 'packages/a/package.json'],
  ['a schema', 'packages/a/config.d.ts'],
])('prepares anew when %s has changed', async (_, file) => {
  await read();
  directory.addContent({ [file]: '{"name":"changed"}' });
  await read();
  expect(prepared).toBe(2);
});

it('prepares for two starts at once, and leaves one whole file', async () => {
  const [left, right] = await Promise.all([read(), read()]);
  expect(left).toEqual(right);
  const before = prepared;
  await read();
  expect(prepared).toBe(before);
});
