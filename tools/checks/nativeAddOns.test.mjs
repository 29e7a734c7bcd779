import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { inspectAddOns } from './nativeAddOns.mjs';

const SCRIPT = path.join(import.meta.dirname, 'nativeAddOns.mjs');
let folder;

function addOn(name, symbol) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    Buffer.from(`\x7fELF\0\xff_ZN4node28${symbol}EPN\0`, 'latin1'),
  );
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'add-ons-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('finds an add-on on the old interface, and says what to do', () => {
  addOn('one/build/old.node', 'RemoveEnvironmentCleanupHook');
  addOn('two/new.node', 'napi_remove_env_cleanup_hook');

  const { examined, findings } = inspectAddOns(folder);

  assert.equal(examined, 2);
  assert.equal(findings.length, 1);
  assert.match(findings[0], /one\/build\/old\.node .*switch its build off/);
});

test('does not mind sources and documents that name the symbol', () => {
  addOn('one/README.md', 'RemoveEnvironmentCleanupHook');
  addOn('one/new.node', 'napi_remove_env_cleanup_hook');

  assert.deepEqual(inspectAddOns(folder), { examined: 1, findings: [] });
});

test('fails for a finding, and for a folder without any add-on', () => {
  assert.equal(spawnSync(process.execPath, [SCRIPT, folder]).status, 1);
  addOn('new.node', 'napi_remove_env_cleanup_hook');
  assert.equal(spawnSync(process.execPath, [SCRIPT, folder]).status, 0);
  addOn('old.node', 'RemoveEnvironmentCleanupHook');
  assert.equal(spawnSync(process.execPath, [SCRIPT, folder]).status, 1);
});
