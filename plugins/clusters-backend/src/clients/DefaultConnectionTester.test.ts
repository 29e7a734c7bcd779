import { createMockDirectory } from '@backstage/backend-test-utils';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import { createAccount } from '../__testUtils__/accounts';
import { ANOTHER_CA, Hosts } from '../__testUtils__/hosts';
import { DefaultConnectionTester } from './DefaultConnectionTester';

jest.setTimeout(30_000);

describe('the test of a connection', () => {
  let sandbox: Sandbox;
  let hosts: Hosts;
  const directory = createMockDirectory();

  beforeAll(async () => {
    sandbox = await startSandbox({ dataDir: directory.path });
    hosts = new Hosts(directory.path);
  });
  afterAll(async () => {
    hosts.close();
    await sandbox.close();
  });

  const tester = (options: { timeoutMs?: number } = {}) =>
    DefaultConnectionTester.create({ allowLoopback: true, ...options });
  const good = () => {
    const { url, ca, token } = sandbox.clusters.nonprod;
    return { url, ca, token };
  };
  /** What failed, if anything did. */
  const failureOf = async (
    changes: Partial<ReturnType<typeof good>>,
    on = tester(),
  ) => {
    const { isUsable, checks } = await on.test({ ...good(), ...changes });
    const failed = checks.filter(({ status }) => status === 'failed');
    expect(isUsable).toBe(failed.length === 0);
    expect(JSON.stringify(checks)).not.toContain(good().token);
    return failed.map(({ id, message }) => `${id}: ${message.en}`).join('\n');
  };

  it('finds all that is well, and each right', async () => {
    const { isUsable, version, checks } = await tester().test(good());
    expect({ isUsable, version }).toEqual({
      isUsable: true,
      version: expect.stringMatching(/^v1\./),
    });
    expect(
      checks.filter(({ status }) => status !== 'ok').map(c => c.message),
    ).toEqual([]);
    expect(checks.slice(0, 4).map(({ id }) => id)).toEqual([
      'connection',
      'certificate',
      'token',
      'version',
    ]);
    expect(checks).toContainEqual({
      id: 'right',
      status: 'ok',
      message: { 'zh-CN': '可以 get pods/log', en: 'May get pods/log' },
      right: { use: 'actions', verbs: ['get'], resource: 'pods/log' },
    });
  });

  it('names the rights that are missing, and lets the cluster be saved', async () => {
    const token = await createAccount(sandbox.clusters.nonprod, 'reader', [
      { apiGroups: [''], resources: ['nodes'], verbs: ['list', 'watch'] },
      { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
    ]);
    const { isUsable, checks } = await tester().test({ ...good(), token });
    expect(isUsable).toBe(true);
    const messageAbout = (resource: string, use: string) =>
      checks.find(c => c.right?.resource === resource && c.right.use === use);
    expect(messageAbout('nodes', 'views')).toMatchObject({ status: 'ok' });
    expect(messageAbout('nodes', 'actions')).toMatchObject({
      status: 'missing',
    });
    expect(messageAbout('pods', 'views')).toEqual({
      id: 'right',
      status: 'missing',
      message: {
        'zh-CN': expect.stringMatching(/^不能 watch pods：/),
        en: 'May not watch pods: give the service account this right, or live without',
      },
      right: { use: 'views', verbs: ['watch'], resource: 'pods' },
    });
  });

  it('says that the token is not accepted', async () => {
    expect(await failureOf({ token: 'wrong-token' })).toMatch(
      /^token: The cluster does not accept the token/,
    );
  });

  it.each([
    [
      'another authority',
      ANOTHER_CA,
      /is not signed by the authority that you/,
    ],
    ['no authority', '', /or, without one, by any that this machine trusts/],
    [
      'an authority that cannot be read',
      '-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----',
      /^certificate: /,
    ],
  ])('refuses %s', async (_, ca, sentence) => {
    expect(await failureOf({ ca })).toMatch(sentence);
  });

  it('says that nothing listens, and that no name server knows a name', async () => {
    expect(await failureOf({ url: 'https://127.0.0.1:1' })).toBe(
      'connection: The host cannot be reached: nothing listens at this address and port',
    );
    expect(await failureOf({ url: 'https://cluster.invalid' })).toMatch(
      /^connection: The host cannot be reached: (no name server knows|the name server does not)/,
    );
  });

  it('leaves a host that hangs, before TLS and after', async () => {
    const answers = [];
    for (const url of [await hosts.silent(), await hosts.serve(() => {})]) {
      answers.push(await failureOf({ url }, tester({ timeoutMs: 300 })));
    }
    expect(answers).toEqual([
      expect.stringMatching(/^connection: The host does not answer within/),
      expect.stringMatching(/^connection: The host does not answer within/),
    ]);
  });

  it('leaves a host that hangs in the middle of an answer', async () => {
    const url = await hosts.serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"gitVersion":');
    });
    expect(await failureOf({ url }, tester({ timeoutMs: 300 }))).toMatch(
      /^connection: The host does not answer within/,
    );
  });

  it('knows a host that is no API server, and repeats nothing of what it says', async () => {
    const html = await hosts.serve((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<h1>secret of an intranet page</h1>'),
    );
    expect(await failureOf({ url: html })).toBe(
      "connection: The host answers 200 with 'text/html', which no Kubernetes API server does: look at the address and the port",
    );
    const json = await hosts.serve((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"password":"secret of an intranet page"}'),
    );
    expect(await failureOf({ url: json })).not.toContain('secret');
    expect(await failureOf({ url: await hosts.plain() })).toMatch(
      /^connection: The host (does not speak TLS|closed|cannot)/,
    );
  });

  it('follows no redirect', async () => {
    let visits = 0;
    const elsewhere = await hosts.serve((_, response) => {
      visits += 1;
      response.end();
    });
    const url = await hosts.serve((_, response) =>
      response.writeHead(302, { location: elsewhere }).end(),
    );
    expect(await failureOf({ url })).toBe(
      `connection: The host redirects to '${elsewhere}', which is not followed: write the address of the API server itself`,
    );
    expect(visits).toBe(0);
  });

  it('reads no answer without an end', async () => {
    const url = await hosts.serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`{"gitVersion":"${'v'.repeat(1_000_000)}"}`);
    });
    expect(await failureOf({ url })).toMatch(
      /^connection: The host answers 200/,
    );
  });

  it('connects to this machine only where that is allowed, by number and by name', async () => {
    const strict = DefaultConnectionTester.create({ allowLoopback: false });
    expect(await failureOf({}, strict)).toMatch(
      /^address: '127.0.0.1' is this machine itself/,
    );
    const { port } = new URL(good().url);
    expect(
      await failureOf({ url: `https://localhost:${port}` }, strict),
    ).toMatch(/^address: '(127.0.0.1|::1)' is this machine itself/);
    expect(await failureOf({ url: 'https://169.254.169.254' })).toMatch(
      /^address: '169.254.169.254' is no address of a cluster/,
    );
  });

  it('tries few connections at once', async () => {
    const slow = tester({ timeoutMs: 500 });
    const url = await hosts.serve(() => {});
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => slow.test({ ...good(), url })),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({
      reason: { name: 'ServiceUnavailableError' },
    });
    expect((await slow.test({ ...good(), url })).isUsable).toBe(false);
  });
});
