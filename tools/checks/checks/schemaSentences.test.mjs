import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceOf } from '../source.mjs';
import { schemaSentences } from './schemaSentences.mjs';

const inspect = (text, file = 'plugins/a-common/src/schemas.ts') =>
  schemaSentences.inspect([sourceOf(file, text)]);

const ALONE = {
  'of a check': "z.string().min(1, 'Write a name')",
  'of a format': "z.string().email('Write an address')",
  'of a schema': "z.number({ error: 'Say which version you edited' })",
  'that is made of what was wrong':
    'z.string({ error: i => `Not ${i.input}` })',
  'of a refinement': "schema.refine(isFree, 'The name is taken')",
  'of an issue': "context.addIssue({ code: 'custom', message: 'No' })",
};
for (const [where, text] of Object.entries(ALONE)) {
  test(`finds a text alone ${where}`, () => {
    assert.equal(inspect(text).length, 1);
  });
}

const RIGHT = {
  'a sentence in both': "z.string().min(1, says('Write a name', '请填写名称'))",
  'an issue in both': "context.addIssue(issueSaying('No', '不行'))",
  'no sentence of our own': 'z.string().min(1).email()',
  'texts that are no sentence': "names.includes('life'); z.literal('any')",
};
for (const [what, text] of Object.entries(RIGHT)) {
  test(`takes ${what}`, () => {
    assert.deepEqual(inspect(text), []);
  });
}

test('leaves the other packages alone', () => {
  const text = "z.string().min(1, 'Write a name')";
  assert.deepEqual(inspect(text, 'packages/config-node/src/a.ts'), []);
});
