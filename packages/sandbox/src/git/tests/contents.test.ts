import { request } from 'node:http';
import { GitHostBench } from './GitHostBench';

/** Sends a path as it is; `fetch` would tidy it first. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ port, path, host: '127.0.0.1' }, response => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('what the Git host shows of a repository', () => {
  let host: GitHostBench;
  beforeAll(async () => {
    host = await GitHostBench.start();
    await host.makeRepository('shop');
    await host.push('life/shop', {
      'README.md': '# <script>alert(1)</script>\n',
      'docs/a b.md': 'text & more',
      'logo.png': Buffer.from([0, 1, 2, 255]),
      '-rf': 'not an option',
    });
    await host.push(
      'life/shop',
      { 'docs/new.md': 'x' },
      { branch: 'feature/pay' },
    );
  });
  afterAll(() => host.close());

  it('answers a file in base64, and a folder as a list', async () => {
    const file = await host.json(
      '/api/v1/repos/life/shop/contents/docs/a%20b.md',
    );
    expect(Buffer.from(file.content, 'base64').toString()).toBe('text & more');
    expect(file).toMatchObject({ type: 'file', path: 'docs/a b.md', size: 11 });
    const folder = await host.json('/api/v1/repos/life/shop/contents/docs');
    expect(folder).toEqual([
      expect.objectContaining({ path: 'docs/a b.md', content: null }),
    ]);
    expect(await host.json('/api/v1/repos/life/shop/contents')).toHaveLength(4);
  });

  it('reads branches whose names contain slashes, and commits', async () => {
    const branch = await host.json(
      '/api/v1/repos/life/shop/branches/feature/pay',
    );
    const where = '/life/shop/raw/branch/feature/pay/docs/new.md';
    expect(await (await host.fetch(where)).text()).toBe('x');
    const commit = await host.fetch(
      `/life/shop/src/commit/${branch.commit.id}/docs/new.md`,
    );
    expect(commit.status).toBe(200);
    expect(
      await host.json(
        `/api/v1/repos/life/shop/git/commits/${branch.commit.id}`,
      ),
    ).toMatchObject({
      sha: branch.commit.id,
      commit: { message: 'Change <files>\n' },
    });
    expect(
      await host.json('/api/v1/repos/life/shop/commits?sha=feature/pay'),
    ).toHaveLength(2);
    expect(
      await host.json(
        '/api/v1/repos/life/shop/commits?sha=feature/pay&limit=1&page=2',
      ),
    ).toHaveLength(1);
  });

  it('takes no name for an option of git', async () => {
    const file = await host.fetch('/life/shop/raw/branch/main/-rf');
    expect(await file.text()).toBe('not an option');
    for (const ref of ['--all', '-1', 'HEAD', 'main~0', '@{0}', 'main:docs']) {
      const where = `/api/v1/repos/life/shop/git/commits/${encodeURIComponent(ref)}`;
      expect((await host.send('GET', where)).status).toBe(404);
    }
  });

  it.each([
    '/life/shop/raw/branch/main/../../../../../../etc/passwd',
    '/life/shop/raw/branch/main/%2e%2e/%2e%2e/etc/passwd',
    '/life/shop/raw/branch/main/..%2f..%2fetc%2fpasswd',
    '/life/%2e%2e%2flife/shop',
    '/life/..%5c..%5cshop',
    '/life/../property',
    '/life/shop.git/../../HEAD',
    '/api/v1/repos/life/..%2fproperty%2fx/contents/a',
    '/life/shop/raw/branch/main/a%00b',
    '/life/shop/raw/branch/main/%ff',
    '//life',
  ])('refuses the path %s', async where => {
    expect(await statusOf(host.url, where)).toBe(400);
  });

  it('does not serve the files of the repository folder', async () => {
    for (const file of [
      'HEAD',
      'config',
      'objects/info/packs',
      'sandbox.json',
    ]) {
      expect(await statusOf(host.url, `/life/shop.git/${file}`)).toBe(404);
    }
  });

  it('shows pages in the language of the browser, everything escaped', async () => {
    const chinese = await host.fetch('/life/shop/src/branch/main');
    const text = await chinese.text();
    expect(chinese.status).toBe(200);
    expect(chinese.headers.get('content-security-policy')).toMatch(
      /default-src 'none'/,
    );
    expect(text).toContain('最近提交');
    expect(text).not.toMatch(/<script|<files>|<li>li/);
    expect(text).toContain('&#60;script&#62;alert(1)');
    const english = await host.fetch('/life/shop', {
      headers: { 'accept-language': 'en-GB,zh;q=0.5' },
    });
    expect(await english.text()).toContain('Last commits');
    const binary = await host.fetch('/life/shop/src/branch/main/logo.png');
    expect(await binary.text()).toContain('这不是文本文件');
  });

  it('sends raw files as something that no browser runs', async () => {
    const text = await host.fetch('/life/shop/raw/branch/main/README.md');
    expect(text.headers.get('content-type')).toMatch(/^text\/plain/);
    const image = await host.fetch('/life/shop/raw/branch/main/logo.png');
    expect(image.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('answers a page, not JSON, to a browser that lost its way', async () => {
    const response = await host.fetch('/life/none', {
      headers: { accept: 'text/html,*/*' },
    });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('找不到页面');
  });

  it('shows an empty repository with the way to fill it', async () => {
    await host.makeRepository('empty');
    expect(await (await host.fetch('/life/empty')).text()).toContain(
      'git push',
    );
    expect((await host.fetch('/life/empty/src/branch/main')).status).toBe(404);
    expect((await host.fetch('/life/shop/src/branch/none')).status).toBe(404);
  });
});
