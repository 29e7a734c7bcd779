import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceOf } from '../source.mjs';
import { skippedTests } from './skippedTests.mjs';

const inspect = text => skippedTests.inspect([sourceOf('a.test.ts', text)]);

test('refuses a test that runs alone', () => {
  for (const call of ['it.only', 'describe.only', 'fit']) {
    assert.deepEqual(inspect(`${call}('works', () => {});`), ['a.test.ts:1']);
  }
});

test('refuses a test that is skipped without a reason', () => {
  assert.equal(inspect("it.skip('works', () => {});").length, 1);
  assert.equal(inspect("xit('works', () => {});").length, 1);
});

test('takes the reason in brackets', () => {
  assert.deepEqual(inspect("it.skip('works (needs Docker)', () => {});"), []);
  assert.deepEqual(
    inspect("it.skip(\n  'works (needs Docker)', () => {});"),
    [],
  );
});
