import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceOf } from '../source.mjs';
import { importDirection } from './importDirection.mjs';

const inspect = (folder, name) =>
  importDirection.inspect([
    sourceOf(
      `plugins/x-backend/src/${folder}/a.ts`,
      `import a from '${name}';`,
    ),
  ]);

for (const [folder, name] of [
  ['domain', 'knex'],
  ['domain', '../database/tables'],
  ['services', '../handlers/rows'],
  ['services', 'express'],
  ['database', '../services/Rows'],
  ['handlers', '../clients/Harbor'],
]) {
  test(`refuses '${name}' in ${folder}`, () => {
    assert.equal(inspect(folder, name).length, 1);
  });
}

test('allows what points downwards', () => {
  assert.deepEqual(inspect('services', '../database/RowStore'), []);
  assert.deepEqual(inspect('handlers', '../services/RowService'), []);
  assert.deepEqual(inspect('domain', './transitions'), []);
});
