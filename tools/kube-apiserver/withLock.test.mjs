import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { withLock } from './withLock.mjs';

describe('A lock of the cache', () => {
  let folder;
  let file;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
    file = path.join(folder, 'build.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one build after the other, and says that the second waits', async () => {
    const seen = [];
    let finish;
    const first = withLock(file, { onWait: () => {} }, async () => {
      await new Promise(resolve => {
        finish = resolve;
      });
      seen.push('first');
    });
    const second = withLock(file, { onWait: () => finish() }, async () => {
      seen.push('second');
    });
    await Promise.all([first, second]);
    assert.deepEqual(seen, ['first', 'second']);
  });

  it('is free again after a failure', async () => {
    const fail = () => Promise.reject(new Error('no network'));
    await assert.rejects(withLock(file, { onWait: () => {} }, fail), /network/);
    assert.equal(existsSync(file), false);
  });

  it('is taken over from a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, String(pid));
    const answer = await withLock(
      file,
      { onWait: () => {} },
      async () => 'built',
    );
    assert.equal(answer, 'built');
  });
});
