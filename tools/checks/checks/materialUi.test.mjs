import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceOf } from '../source.mjs';
import { materialUi } from './materialUi.mjs';

const inspect = text => materialUi.inspect([sourceOf('a.tsx', text)]);

test('refuses Material UI, however it is imported', () => {
  for (const text of [
    "import Button from '@material-ui/core/Button';",
    "import { Button } from '@mui/material';",
    "import '@material-ui/core';",
    "const Button = lazy(() => import('@material-ui/core/Button'));",
  ]) {
    assert.equal(inspect(text).length, 1, text);
  }
});

test('allows the components of Backstage', () => {
  assert.deepEqual(inspect("import { Button } from '@backstage/ui';"), []);
});
