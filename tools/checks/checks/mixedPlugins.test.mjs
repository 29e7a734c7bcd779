import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceOf } from '../source.mjs';
import { mixedPlugins } from './mixedPlugins.mjs';

const inspect = (file, name) =>
  mixedPlugins.inspect([sourceOf(file, `import { a } from '${name}';`)]);
const file = 'plugins/tenancy/src/a.ts';

test('refuses the plugin of somebody else, also by a path inside it', () => {
  assert.equal(inspect(file, '@caas/plugin-approvals').length, 1);
  assert.equal(inspect(file, '@caas/plugin-approvals-backend/src/x').length, 1);
});

test('allows its -common, -node and -react package, and any library', () => {
  for (const name of ['common', 'node', 'react']) {
    assert.deepEqual(inspect(file, `@caas/plugin-approvals-${name}`), []);
  }
  assert.deepEqual(inspect(file, '@caas/portal-ui'), []);
});

test('lets packages/app compose', () => {
  assert.deepEqual(inspect('packages/app/src/a.ts', '@caas/plugin-audit'), []);
});
