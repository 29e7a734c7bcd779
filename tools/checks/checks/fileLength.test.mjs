import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceOf } from '../source.mjs';
import { describeLengths, fileLength } from './fileLength.mjs';

const long = (lines, first = '', file = 'a.ts') =>
  sourceOf(file, `${first}${'\n'.repeat(lines - 1)}`);

test('refuses more than 400 lines, whatever the reason', () => {
  assert.equal(fileLength.inspect([long(401, '// Long: a table')]).length, 1);
});

test('asks for a reason above 300', () => {
  assert.equal(fileLength.inspect([long(301)]).length, 1);
  assert.deepEqual(fileLength.inspect([long(301, '// Long: a table')]), []);
  assert.deepEqual(fileLength.inspect([long(300)]), []);
});

test('asks tests for none', () => {
  assert.deepEqual(fileLength.inspect([long(301, '', 'a.test.ts')]), []);
});

test('reports the median and the long ones', () => {
  const lines = describeLengths([
    long(10),
    long(20),
    long(350, '// Long: a table'),
  ]);
  assert.deepEqual(lines, [
    '3 files, 20 lines in the median',
    '350 lines: a.ts (a table)',
  ]);
});
