import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareVariables } from './productionVariables.mjs';

const row = (name, needed) => `| \`${name}\` | ${needed} | something |`;

test('passes when each variable has its row', () => {
  const document = [row('HOST', 'yes'), row('PORT', 'no')].join('\n');

  assert.deepEqual(
    compareVariables('host: ${HOST}\nport: ${PORT:-7007}', document),
    [],
  );
});

test('finds a variable without a row, and a row without a variable', () => {
  assert.deepEqual(compareVariables('host: ${HOST}', row('PORT', 'no')), [
    'HOST is asked for, and stands in no row',
    'PORT has a row, and nothing asks for it',
  ]);
});

test('finds a row that says needed where there is a default', () => {
  assert.deepEqual(
    compareVariables('port: ${PORT:-7007}', row('PORT', 'yes')),
    ['PORT has a default, and its row says it is needed'],
  );
});
