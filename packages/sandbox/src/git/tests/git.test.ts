import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GitHostBench } from './GitHostBench';

describe('git over the Git host', () => {
  let host: GitHostBench;
  beforeAll(async () => {
    host = await GitHostBench.start();
  });
  afterAll(() => host.close());

  it('takes a push and gives it to a clone without credentials', async () => {
    await host.makeRepository('clone-me');
    await host.push('life/clone-me', {
      'README.md': '# 保单\n',
      'src/deep/Main.java': 'class Main {}\n',
      '空 格.txt': 'x',
    });
    const folder = mkdtempSync(path.join(host.directory, 'other-'));
    await host.git(folder, 'clone', '-q', `${host.url}/life/clone-me.git`, '.');
    expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe(
      '# 保单\n',
    );
    const main = path.join(folder, 'src/deep/Main.java');
    expect(readFileSync(main, 'utf8')).toBe('class Main {}\n');
  });

  it('refuses a push without credentials and changes nothing', async () => {
    await host.makeRepository('closed');
    await expect(
      host.push('life/closed', { a: 'b' }, { signedIn: false }),
    ).rejects.toThrow(/could not read Username/);
    expect(await host.json('/api/v1/repos/life/closed')).toMatchObject({
      empty: true,
    });
    const direct = await host.fetch('/life/closed.git/git-receive-pack', {
      method: 'POST',
      body: '0000',
    });
    expect(direct.status).toBe(401);
  });

  it('takes a push of many megabytes', async () => {
    await host.makeRepository('large');
    // Text that does not compress, so that git sends it in chunks.
    const text = Array.from({ length: 400_000 }, (_, index) =>
      ((index * 2654435761) % 4294967296).toString(36),
    ).join('\n');
    await host.push('life/large', { 'data.txt': text });
    const raw = await host.fetch('/life/large/raw/branch/main/data.txt');
    expect((await raw.text()).length).toBe(text.length);
  });

  it('refuses a push that would lose commits', async () => {
    await host.makeRepository('linear');
    await host.push('life/linear', { a: '1' });
    const folder = mkdtempSync(path.join(host.directory, 'stale-'));
    const address = host.url.replace('//', '//portal:sandbox-portal-token@');
    await host.git(folder, 'clone', '-q', `${address}/life/linear.git`, '.');
    await host.push('life/linear', { b: '2' });
    await host.git(folder, 'commit', '-q', '--allow-empty', '-m', 'stale');
    await expect(host.git(folder, 'push', '-q')).rejects.toThrow(/rejected/);
  });

  it('makes the first pushed branch the default one when main was not pushed', async () => {
    await host.makeRepository('trunk');
    await host.push('life/trunk', { a: '1' }, { branch: 'trunk' });
    expect(await host.json('/api/v1/repos/life/trunk')).toMatchObject({
      default_branch: 'trunk',
    });
    await host.push('life/trunk', { b: '1' }, { branch: 'main' });
    expect(await host.json('/api/v1/repos/life/trunk')).toMatchObject({
      default_branch: 'trunk',
    });
  });

  it('answers 404 to git for a repository that is not there', async () => {
    const folder = mkdtempSync(path.join(host.directory, 'none-'));
    await expect(
      host.git(folder, 'clone', '-q', `${host.url}/life/none.git`, '.'),
    ).rejects.toThrow(/not found/);
  });
});
